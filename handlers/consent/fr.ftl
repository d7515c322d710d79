## Demander

consent-button-details = Détails
consent-button-back = Revenir à la question

## Réponses

consent-button-receipt = Reçu
consent-given-suggest-analyse =
    Merci. Envoyez-moi maintenant des photos : une seule, ou un album entier.

    En chemin, les photos perdent leur date et leur lieu. Envoyées comme fichiers, elles les gardent, en pleine qualité.
consent-refused-suggest-analyse =
    Alors sans IA. Envoyez-moi des photos et je les garde telles quelles, sans les regarder : vous pouvez les reprendre comme fichiers, les partager ou les oublier.

    Pour changer d’avis, à tout moment : /privacy
consent-given-nudge-memories = Les rappels sont activés. Choisissez l’heure et combien par semaine ; /memories les changera plus tard.
consent-button-reminders = Choisir l’heure
consent-refused-nudge-memories = Alors pas de rappels. Je ne redemanderai pas ; /privacy si vous changez d’avis.
consent-given-inform-launch = C’est noté : un message le jour de l’ouverture là où vous vivez, puis vous n’êtes plus sur la liste. Pour la quitter avant : /start
consent-refused-inform-launch = Aucun message, donc. Je ne redemanderai pas ; /start si vous changez d’avis.
consent-given = C’est activé. Un appui dans /privacy l’arrête.
consent-refused = Cela reste désactivé. Je ne redemanderai pas ; /privacy si vous changez d’avis.

## À la place

consent-frozen = Tout est en pause : je n’ai rien regardé ni gardé. Pour reprendre : /privacy
consent-needed = Vous avez choisi « { $no } » : je ne peux donc pas le faire. Vous pouvez revoir la question.
consent-button-again = Revoir la question
consent-quiet-hours = { $start } h et { $end } h

## Anciens boutons

consent-answered-on = Vous avez répondu à cette question : c’est activé. Pour changer : /privacy
consent-outdated = Cette question a été réécrite depuis. La voici telle qu’elle est maintenant.
consent-closed = Cette question ne vous est pas ouverte maintenant. Rien n’a changé.
