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
consent-not-asked = Pour cela il me faut d’abord votre oui, et je ne vous l’ai pas encore demandé.
consent-needed = Vous avez choisi « { $no } » : je ne peux donc pas le faire. Vous pouvez revoir la question.
consent-button-again = Revoir la question
consent-quiet-hours = { $start } h et { $end } h

## Anciens boutons

consent-answered-on = Vous avez répondu à cette question : c’est activé. Pour changer : /privacy
consent-outdated = Cette question a été réécrite depuis. La voici telle qu’elle est maintenant.
consent-closed = Cette question ne vous est pas ouverte maintenant. Rien n’a changé.

## Prévenir plutôt que demander, et s’opposer

object-reminder = Un rappel, le seul : vous n’y avez pas encore répondu.
object-ok-recorded = C’est noté : vous êtes d’accord. Rien avant le { $date } ; ensuite, seulement ce que vous publiez dans un canal public. Pour le retirer ou vous opposer, à tout moment : /privacy ou /object
object-screen =
    <b>S’opposer</b>

    Ce à quoi vous vous opposez n’améliore jamais l’IA, ni maintenant ni plus tard, quoi que j’aie demandé ou que vous ayez répondu avant. Ce qui en est déjà gardé est effacé aussitôt, et ce qui a été appris est refait sans cela sous 24 heures.

    Aucun motif n’est demandé. Tout le reste fonctionne comme avant.
object-scope-everything = Tout
object-scope-posts = Mes publications en public
object-scope-chats = Mes discussions avec l’IA
object-button = Je m’oppose
object-button-back = ‹ Retour
object-button-page = Plutôt sur une page
object-button-lift = Retirer mon opposition
object-done = Votre opposition est enregistrée le { $time }.
object-stopped-everything = Rien de vous ne sert à améliorer l’IA.
object-stopped-posts = Rien de ce que vous publiez en public ne sert à améliorer l’IA.
object-stopped-chats = Aucune de vos discussions avec l’IA ne sert à l’améliorer.
object-removed = { $rows ->
    [0] Rien n’avait été recueilli de vous.
    [one] Effacé : une ligne d’apprentissage. Ce qui a été appris est refait sans elle sous 24 heures.
   *[other] Effacé : { $rows } lignes d’apprentissage. Ce qui a été appris est refait sans elles sous 24 heures.
}
object-reference = Référence : { $ref }. Elle tient jusqu’à ce que vous la retiriez vous-même, dans /privacy ; je ne redemanderai pas.
object-from-page = Vous vous êtes opposé(e) sur la page.
