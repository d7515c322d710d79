profile-description =
    Je suis Pépite, un robot doté d’IA. Donnez-moi photos et vidéos : je trouve les moments à garder et je réponds par des collages et des mots. Je demande avant de regarder, tout reste privé tant que vous ne partagez pas, et /privacy oublie tout.
profile-short = Un robot doté d’IA qui trouve les photos à garder, et demande d’abord.
profile-command-gallery = Ce que vous m’avez donné, et jamais partagé
profile-command-memories = Des rappels de photos à revoir
profile-command-write = Vos mots : plus courts, plus chaleureux, corrigés
profile-command-imagine = Une image, ou une carte, à partir de vos mots
profile-command-film = Un petit film de vos dernières photos
profile-command-privacy = Ce que j’ai le droit de faire, ma copie, m’oublier
profile-command-object = Rien de moi pour l’entraînement
profile-command-language = Français ou anglais
profile-command-help = Ce que je sais faire
profile-command-start = Commencer, ou recommencer


operator-cancelled = Bien, je n’attends plus de réponse.
operator-not-understood = Je travaille avec des photos et des boutons. Envoyez-moi des photos, ou voyez /help.

## Pour qui gère le robot

operator-house =
    <b>La maison</b>
    Personnes : { $people }
    Médias gardés : { $media }
    Tâches : { $waiting } en attente, { $failed } échouées
    Envois dont on ignore l’issue : { $unknown }
    Attendent leur pays : { $list }
    Le classement : { $contributors } des { $needed } personnes qu’il faut

    /admin region : ce qui est ouvert, et où
operator-waiting-country = { $country } { $count }
operator-waiting-elsewhere = ailleurs { $count }
operator-waiting-nobody = personne

operator-regions = <b>Ce qui est ouvert, et où</b>
operator-regions-change =
    Pour changer : <code>/admin region fr gallery live</code>
    Une région, ou un pays pour toute sa région ; une fonction ; off, waitlist, notice, live ou paused.
operator-region = <b>{ $region }</b> : { $countries }
operator-regime-us-consent = Règles : consentement, pas de cadres de visages
operator-regime-ca-consent = Règles : consentement
operator-regime-eu-li = Règles : consentement ; apprentissage après un avis, avec droit d’opposition
operator-regime-strict = Règles : consentement ; pas d’apprentissage
operator-region-stage = • { $feature } : { $stage }
operator-everywhere-else = partout ailleurs
operator-countries = { $count } pays

operator-feature-gallery = galerie ({ $typed })
operator-feature-publish = publication ({ $typed })
operator-feature-ai-chat = discussion ({ $typed })
operator-feature-improve = apprentissage ({ $typed })
operator-feature-improve-media = apprentissage sur médias ({ $typed })
operator-feature-improve-chat = apprentissage sur discussions ({ $typed })
operator-stage-off = fermé ({ $typed })
operator-stage-waitlist = liste d’attente ({ $typed })
operator-stage-notice = avis ({ $typed })
operator-stage-live = <b>ouvert</b> ({ $typed })
operator-stage-paused = en pause ({ $typed })

operator-change = { $region } ({ $countries }), { $feature } : { $before } → { $stage }
operator-change-tells =
    { $count ->
        [one] Une personne y attend et sera prévenue, une fois.
       *[other] { $count } personnes y attendent et seront prévenues, une fois chacune.
    }
operator-change-pauses = Ce que les gens ont donné reste ; rien n’est pris, regardé ni envoyé jusqu’à la reprise.
operator-button-change = Changer
operator-button-keep = Laisser ainsi
operator-changed = C’est fait, et inscrit au registre. { $region }, { $feature } : { $stage }
operator-kept = Rien n’a changé.
operator-how =
    <code>/admin</code> combien il y a de tout
    <code>/admin region</code> ce qui est ouvert, et où
    <code>/admin region fr gallery live</code> le changer

    Fonctions : { $features }
    Étapes : { $stages }

operator-refused-same = C’est déjà ainsi dans { $region }.
operator-refused-changed-meanwhile = Quelqu’un l’a changé entre-temps. Voir /admin region
operator-refused-no-region = Je ne connais ni région ni pays nommé « { $region } ». Voir /admin region
operator-refused-not-built = Cela n’est pas construit : c’est fermé partout.
operator-refused-no-learning = Dans { $region }, les règles n’offrent aucune base pour apprendre des gens : c’est fermé.
operator-refused-no-list = Il n’y a pas de liste d’attente pour l’apprentissage : il est fermé, en avis, ouvert ou en pause.
operator-refused-no-notice = Dans { $region }, cela ne commence pas par un avis : on demande aux gens.
operator-refused-not-assessed = Dans { $region }, l’apprentissage repose sur un intérêt légitime : remplissez d’abord lia_ref et dpia_ref dans le fichier des régions.
operator-refused-notice-first = Dans { $region }, les gens sont prévenus d’abord : passez à l’avis, puis à l’ouverture.
