collage-choose-words = Quels mots vont avec ?
collage-proposal = { $number } · { $text }
collage-made-here = Collage fait avec Pépite, privé tant que vous ne le partagez pas.
collage-button-word = { $number }
collage-button-own-words = Mes mots
collage-button-other-words = D’autres mots
collage-button-layout = ⟳ Autre disposition
collage-button-share = Partager
collage-button-words = Les mots…
collage-button-looks = Styles…
collage-button-file = En fichier
collage-button-remind = Me rappeler
collage-button-change = Modifier…
collage-button-details = Détails
collage-button-back = ‹ Retour
collage-button-light = Clair
collage-button-dark = Sombre
collage-button-square = Carré
collage-button-story = Story
collage-button-wide = Large
collage-button-title = Écrire un titre
collage-button-title-suggested = Proposer un titre
collage-button-title-off = Sans titre
collage-button-bring-back = Montrer ce qui est écarté
collage-ask-title = Que doit-on lire au-dessus des photos ? Jusqu’à { $limit } caractères.
collage-ask-words = Que doit dire la légende ? Jusqu’à { $limit } caractères. Vos mots restent tels que vous les écrivez.
collage-title-set = Le titre est en place.
collage-words-set = Vos mots l’accompagnent maintenant.
collage-file-name = collage

collage-details-title = À propos de cette image précise
collage-details-photos = { $count ->
    [one] Une photo sur la page.
   *[other] { $count } photos sur la page.
}
collage-details-faces = { $count ->
    [0] Aucun visage n’a été cherché, ou trouvé.
    [one] Un visage, entier : 0 coupé, 0 écarté.
   *[other] { $count } visages, tous entiers : 0 coupé, 0 écarté.
}
collage-details-faces-cut = Visages : { $count }, dont coupés : { $cut }, écartés : { $lost }.
collage-details-kept = { $percent } % de ce qui compte dans chaque photo est gardé, en moyenne.
collage-details-stretch = Aucune photo n’est étirée.
collage-details-twins = { $count ->
    [one] Une quasi-jumelle est écartée : une autre photo montre la même chose.
   *[other] { $count } quasi-jumelles sont écartées : d’autres photos montrent la même chose.
}
collage-details-screenshots = { $count ->
    [one] Une image est écartée : capture d’écran, document, photo floue ou rafale.
   *[other] { $count } images sont écartées : captures d’écran, documents, photos floues ou rafales.
}
collage-details-room = { $count ->
    [one] Une photo n’a pas trouvé de place sur la page.
   *[other] { $count } photos n’ont pas trouvé de place sur la page.
}
collage-none = Il reste ici moins de deux photos que je peux regarder : pas de collage, donc. Ce que vous avez envoyé est gardé : /gallery.
collage-given-up = Je n’ai pas réussi à dessiner celui-ci, malgré plusieurs essais. Vos photos sont gardées ; « autre disposition » sur un collage plus ancien, ou de nouvelles photos, me feront réessayer.

error-collage-too-few = Il reste trop peu de ses photos pour une autre mise en page : les autres sont cachées, privées ou laissées de côté. Ce que vous voyez reste tel quel.
error-collage-gone = Ce collage n’est plus là : il a été oublié, ou trente jours ont passé. Vos photos peuvent en faire un nouveau.
error-collage-changed = Ce bouton date d’avant la dernière modification ; je n’ai rien changé.

collage-theme-why-two-dates = Deux photos à des années d’écart : les voici côte à côte, hier et aujourd’hui.
collage-theme-why-trip = De lieu en lieu, jour après jour : j’en ai fait un voyage.
collage-theme-why-month = Des photos de tant de jours d’un même mois : j’en ai fait un calendrier.
collage-theme-why-year = Des photos de tant de mois d’une même année : j’en ai fait un calendrier.
collage-theme-why-strong-picture = Une photo sort du lot : je l’ai mise en couverture.
collage-theme-why-faces = Des visages avant tout : j’en ai fait des polaroïds.
collage-theme-why-place = Quelques vues d’un même lieu : j’en ai fait une carte postale.
collage-theme-why-series = Toute une série d’un même jour : j’en ai fait une pellicule.
collage-theme-why-mixed = Un peu de tout : une mosaïque lui va le mieux.
