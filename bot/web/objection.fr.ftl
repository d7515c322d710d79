objection-title = S’opposer à l’utilisation de vos choix
objection-intro = Votre opposition est toujours acceptée, pour toujours, et vous n’avez rien à expliquer. Ce qui a déjà été recueilli est retiré, et ce qui en avait été appris est refait sans vous. Rien d’autre ne change : tout ce que vous utilisez continue comme avant.
objection-scope = À quoi vous opposez-vous ?
objection-scope-everything = À tout : rien de moi ne doit améliorer l’IA
objection-scope-posts = À ce que je publie en public par le robot
objection-scope-chats = À mes conversations avec l’IA
objection-comment = Un commentaire, si vous voulez
objection-comment-hint = Vous n’avez rien à expliquer. { $longest } caractères au plus, gardé avec votre opposition.
objection-button = Je m’oppose
objection-chat = Vous pouvez aussi écrire /object au robot, à tout moment.
objection-problem = Ce n’est pas encore envoyé.
objection-problem-form = La page était restée ouverte trop longtemps : appuyez encore une fois sur le bouton.
objection-problem-scope = Choisissez à quoi vous vous opposez.
objection-problem-comment = Le commentaire dépasse { $longest } caractères.
objection-done = Votre opposition est enregistrée
objection-done-scope-everything = Désormais, rien de vous ne sert à améliorer l’IA.
objection-done-scope-posts = Désormais, rien de ce que vous publiez en public ne sert à améliorer l’IA.
objection-done-scope-chats = Désormais, aucune de vos conversations avec l’IA ne sert à l’améliorer.
objection-reference = Référence
objection-at = Enregistrée le
objection-removed = Retiré
objection-rows = { $count ->
    [0] Il ne restait rien de vous à retirer.
    [one] Une ligne de choix.
   *[other] { $count } lignes de choix.
}
objection-rebuild = Refait
objection-rebuild-hours = Ce qui avait été appris est refait sans elles sous 24 heures.
objection-lasts = Elle vaut jusqu’à ce que vous la leviez vous-même, dans la conversation avec le robot. Aucun lien ne peut la lever.
objection-receipt = Le reçu signé
objection-receipt-hint = Gardez-le si vous voulez : il prouve cette opposition. Vous l’avez aussi en fichier dans la conversation.
objection-closed = Ce lien n’ouvre rien
objection-closed-why = Il a expiré, ou il en manque un morceau. Rien n’a été changé.
objection-closed-how = Pour vous opposer, écrivez /object au robot : cela n’expire jamais et c’est toujours accepté.
objection-nothing = Il n’y a plus rien à quoi s’opposer
objection-nothing-why = Plus rien n’est gardé de vous ici : rien de vous ne peut être utilisé.
