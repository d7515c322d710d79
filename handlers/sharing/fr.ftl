sharing-offer-title = Partager cette image
sharing-offer-words = La discussion verra seulement l’image et ces mots : « { $words } »
sharing-done = { $count ->
    [one] C’est partagé. Cette photo quitte l’étagère des jamais partagées.
   *[other] C’est partagé. Ces { $count } photos quittent l’étagère des jamais partagées.
}
sharing-ask = Avez-vous partagé l’image ? Telegram ne me l’a pas dit, et je voudrais que l’étagère soit juste.
sharing-button-yes = Oui, partagée
sharing-button-no = Non
sharing-not = Bien : elles restent sur l’étagère.
sharing-open = Ouvrir Pépite

sharing-button-chat = À une discussion…
sharing-button-channel = Dans « { $title } »
sharing-button-channel-lost = Relier « { $title } » à nouveau
sharing-button-link = Relier un canal
sharing-button-story = Dans ma Story
sharing-button-file = En fichier
sharing-button-back = ‹ Retour
sharing-file-name = pepite

sharing-label-collage = Collage fait avec Pépite
sharing-label-film = Film fait avec Pépite
sharing-label-filter = Filtre de Pépite
sharing-label-edited = Photo retouchée par IA, avec Pépite
sharing-label-ai-image = Image créée par IA, avec Pépite
sharing-label-card = Carte faite avec Pépite

sharing-link-how =
    Quel canal ? Appuyez sur le bouton ci-dessous : Telegram montre les canaux où vous pouvez m’ajouter, et me permet d’y publier. Je ne demande rien d’autre.

    Je ne lis jamais un canal, et rien n’y part sans un appui de votre part, après vous avoir montré quoi, où et qui le verra.
sharing-button-choose-channel = Choisir un canal
sharing-button-no-channel = Aucun canal
sharing-choose-channel-hint = Choisissez un canal ci-dessous
sharing-link-cancelled = Aucun canal n’a été relié.
sharing-linked-public = « { $title } » est relié. Ce canal est public : chacun peut le trouver sous @{ $name }. Rien n’a été publié.
sharing-linked-private = « { $title } » est relié. Ce canal est privé : seuls ses membres le voient. Rien n’a été publié.
sharing-link-next = On continue ?
sharing-button-unlink = Délier ce canal
sharing-unlinked = Le canal est délié et j’ai oublié son nom. J’y reste administrateur tant que vous ne m’en retirez pas, dans les réglages du canal.
sharing-channel-lost = Je ne peux plus publier dans « { $title } » : quelqu’un m’a retiré ce droit, ou m’a retiré du canal. Rien de vous n’a changé. Pour y publier à nouveau, reliez-le depuis Partager.

sharing-recap-title = Publier ceci dans « <b>{ $title }</b> » ?
sharing-recap-public = Public : tout le monde peut le voir, sous @{ $name }.
sharing-recap-private = Privé : seuls les membres de ce canal le verront.
sharing-recap-seen = On y verra l’image à laquelle ceci répond, et ces mots :
sharing-recap-file = On pourra aussi l’enregistrer en fichier, en pleine qualité, qui dit comment l’image a été faite.
sharing-recap-changed =
    Le canal a changé depuis ma question. C’était { $before } ; c’est maintenant { $now }. Rien n’a été publié.
sharing-named-public = « { $title } » (public, @{ $name })
sharing-named-private = « { $title } » (privé)
sharing-button-post = Publier
sharing-button-cancel = Ne pas publier
sharing-button-recap-file = Ajouter le fichier
sharing-button-recap-bare = Sans le fichier
sharing-posting = Je publie…
sharing-cancelled = Rien n’a été publié.
sharing-nothing-posted = Rien n’a été publié.
sharing-posted = C’est publié dans « { $title } ». Pendant 48 heures, je peux le retirer pour vous.
sharing-file-missing = Le fichier n’a pas pu suivre : seule l’image y est.
sharing-unknown = La connexion s’est rompue pendant la publication dans « { $title } » : je ne sais pas si elle est arrivée. Je ne réessaie pas de moi-même : regardez-y d’abord, s’il vous plaît.
sharing-button-see = Voir
sharing-button-take-back = Retirer
sharing-button-anew = Partager à nouveau…

sharing-story-how =
    Pour publier des Stories à votre place, il me faut une clé que personne d’autre que vous ne peut donner, dans Telegram même :

    1. Ouvrez <b>Paramètres → Telegram Business → Chatbots</b> (il faut Telegram Premium).
    2. Ajoutez <b>@{ $bot }</b>.
    3. Ne laissez activé que <b>Gérer les Stories</b>, et excluez toutes les discussions : je ne lis aucun de vos messages.

    J’attends, et je vous le dirai ici quand ce sera fait. Si c’est déjà fait, désactivez-moi puis réactivez-moi là-bas une fois.
sharing-button-story-again = C’est fait
sharing-story-connected = Merci : je peux désormais publier vos Stories, chacune seulement quand vous le dites.
sharing-story-no-right = Nous sommes reliés, mais sans le droit de publier des Stories. Dans Telegram : <b>Paramètres → Telegram Business → Chatbots</b>, puis activez <b>Gérer les Stories</b>.
sharing-story-off = La connexion pour les Stories a pris fin, et je l’ai oubliée. Ce qui est publié reste jusqu’à la fin de sa durée.
sharing-story-preview =
    Voici votre Story, faite pour tout l’écran d’un téléphone. Combien de temps peut-elle rester ?
sharing-button-hours = { $count } h
sharing-button-other-period = Autre durée
sharing-story-recap =
    La publier dans votre Story pour { $hours } heures ? La verront les personnes qui peuvent voir vos Stories : c’est, dans Telegram, <b>Paramètres → Confidentialité et sécurité → Stories</b>. Ci-dessous, les mots qui l’accompagnent.
sharing-button-post-story = Publier
sharing-posted-story = Elle est dans votre Story, pour { $hours } heures. D’ici là, je peux la retirer pour vous.
sharing-unknown-story = La connexion s’est rompue pendant la publication de votre Story : je ne sais pas si elle est arrivée. Je ne réessaie pas de moi-même : regardez d’abord vos Stories, s’il vous plaît.

sharing-taken-back = C’est retiré : ce n’est plus là-bas. Comme on a pu la voir, l’image compte encore parmi ce qui a été partagé.
sharing-story-over = Cette Story est finie : sa durée est passée, et plus personne ne la voit.
sharing-cannot-take-back = Telegram ne me laisse plus la supprimer : 48 heures ont passé, ou je ne suis plus dans ce canal. Vous pouvez la supprimer vous-même, là-bas.
sharing-cannot-take-back-story = Je ne peux pas supprimer cette Story : la connexion a pris fin. Vous pouvez la supprimer vous-même, dans Telegram.
sharing-taken-back-all = { $count ->
    [0] Il n’y a rien que je puisse encore retirer.
    [one] Une publication a été retirée.
   *[other] { $count } publications ont été retirées.
}
sharing-not-all-taken-back = { $count ->
    [one] Une publication n’a pas pu être supprimée ; vous le pouvez, là où elle est.
   *[other] { $count } publications n’ont pas pu être supprimées ; vous le pouvez, là où elles sont.
}

error-share-private = Une image y est désormais gardée privée : rien n’est parti. Pour changer cela : sa page, dans /gallery.
error-share-gone = Je n’ai plus cette image : elle a été oubliée, ou son temps est passé.
error-share-changed = L’image ou ses mots ont changé depuis ma question.
error-share-not-drawn = Je n’ai pas réussi à préparer l’image, malgré plusieurs essais.
error-share-old = Cette question date : je l’ai posée à nouveau depuis, ou un jour a passé. Elle n’a rien publié.
error-channel-gone = Je n’atteins plus « { $title } » : on m’en a retiré, ou il n’existe plus. Reliez-le à nouveau pour y publier.
error-channel-not-allowed = Je suis dans « { $title } » sans le droit d’y publier. Rendez-le-moi dans les réglages du canal, ou reliez-le à nouveau.
error-channel-not-yours = Vous n’êtes plus, dans « { $title } », administrateur autorisé à publier : je ne peux donc pas y publier pour vous.
error-channel-many = On peut relier { $most } canaux au plus ; déliez-en un d’abord.
error-story-lost = Je ne peux plus publier de Stories pour vous : la connexion a pris fin, ou son droit a été retiré.
error-story-refused = Telegram a refusé la Story. Peut-être en avez-vous publié autant qu’il le permet pour le moment.
