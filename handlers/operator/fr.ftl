profile-description =
    Je suis Pépite, un robot doté d’IA. Donnez-moi photos et vidéos : je trouve les moments à garder et je réponds par des collages et des mots. Je demande avant de regarder, tout reste privé tant que vous ne partagez pas, et /privacy oublie tout.
profile-short = Un robot doté d’IA qui trouve les photos à garder, et demande d’abord.
profile-command-gallery = Ce que vous m’avez donné, et jamais partagé
profile-command-memories = Des rappels de photos à revoir
profile-command-privacy = Ce que j’ai le droit de faire, ma copie, m’oublier
profile-command-language = Français ou anglais
profile-command-help = Ce que je sais faire
profile-command-start = Commencer, ou recommencer


operator-cancelled = Bien, je n’attends plus de réponse.
operator-not-understood = Je travaille avec des photos et des boutons. Envoyez-moi des photos, ou voyez /help.
