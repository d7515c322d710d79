collage-choose-words = Quels mots vont avec ?
collage-proposal = { $number } · { $text }
collage-made-here = Collage fait avec Pépite, privé tant que vous ne le partagez pas.
collage-joined = { $count ->
    [one] Une photo que vous avez reprise dans la galerie l’a rejoint.
   *[other] { $count } photos que vous avez reprises dans la galerie l’ont rejoint.
}
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
collage-button-square = Carré
collage-button-story = Story
collage-button-wide = Large
collage-button-title = Écrire un titre
collage-button-title-suggested = Proposer un titre
collage-button-title-off = Sans titre
collage-ask-title = Que doit-on lire au-dessus des photos ? Jusqu’à { $limit } caractères.
collage-ask-words = Que doit dire la légende ? Jusqu’à { $limit } caractères. Vos mots restent tels que vous les écrivez.
collage-title-set = Le titre est en place.
collage-title-no-emoji = Ce serveur ne sait pas en dessiner l’emoji : l’image s’en passe.
collage-title-proposed = Titre proposé : « { $title } ».
collage-title-instead = Titre proposé : « { $title } ». « Annuler » vous rend « { $lost } ».
collage-moved = Avec ce changement de titre, des photos ont changé de place ; « Annuler » les y remet.
collage-words-set = Vos mots l’accompagnent maintenant.
collage-file-name = collage

collage-details-title = À propos de cette image précise
collage-details-photos = { $count ->
    [one] Une photo sur la page.
   *[other] { $count } photos sur la page.
}
collage-details-no-faces = Aucun visage n’a été cherché.
collage-details-faces = { $count ->
    [0] Aucun visage n’a été trouvé.
    [one] Un visage, entier : 0 coupé, 0 écarté.
   *[other] { $count } visages, tous entiers : 0 coupé, 0 écarté.
}
collage-details-faces-cut = Visages : { $count }, dont coupés : { $cut }, écartés : { $lost }.
collage-details-kept = { $percent } % de ce qui compte dans chaque photo est gardé, en moyenne.
collage-details-stretch = Aucune photo n’est étirée.
collage-details-theme = Thème : { $name }.
collage-details-theme-proposed = Thème : { $name }. { $why }
collage-details-crop = { $percent ->
    [0] Aucune photo n’est rognée.
   *[other] En moyenne, { $percent } % d’une photo sont rognés.
}
collage-details-fill = Les photos occupent { $percent } % de la page.
collage-details-contrast = Lettres : un contraste de { $ratio } : 1, mesuré ; 7 : 1 est la règle la plus stricte.
collage-details-out-twin = { $count ->
    [one] Une quasi-jumelle est écartée : une autre photo montre la même chose.
   *[other] { $count } quasi-jumelles sont écartées : d’autres photos montrent la même chose.
}
collage-details-out-dropped = { $count ->
    [one] Vous avez retiré une photo.
   *[other] Vous avez retiré { $count } photos.
}
collage-details-out-room = { $count ->
    [one] Une photo n’a pas trouvé de place sur la page.
   *[other] { $count } photos n’ont pas trouvé de place sur la page.
}
collage-details-out-screenshot = { $count ->
    [one] Une capture d’écran est écartée.
   *[other] { $count } captures d’écran sont écartées.
}
collage-details-out-document = { $count ->
    [one] Un document est écarté.
   *[other] { $count } documents sont écartés.
}
collage-details-out-receipt = { $count ->
    [one] Un ticket de caisse est écarté.
   *[other] { $count } tickets de caisse sont écartés.
}
collage-details-out-meme = { $count ->
    [one] Un mème est écarté.
   *[other] { $count } mèmes sont écartés.
}
collage-details-out-burst = { $count ->
    [one] Une photo de rafale est écartée au profit de la meilleure.
   *[other] { $count } photos de rafale sont écartées au profit des meilleures.
}
collage-details-out-blur = { $count ->
    [one] Une photo floue est écartée.
   *[other] { $count } photos floues sont écartées.
}
collage-details-out-sensitive = { $count ->
    [one] Une photo peut-être intime est écartée.
   *[other] { $count } photos peut-être intimes sont écartées.
}
collage-none = Il reste ici moins de deux photos que je peux regarder : pas de collage, donc. Ce que vous avez envoyé est gardé : /gallery.
collage-given-up = Je n’ai pas réussi à dessiner celui-ci, malgré plusieurs essais. Vos photos sont gardées ; « autre disposition » sur un collage plus ancien, ou de nouvelles photos, me feront réessayer.

collage-theme-why-two-dates = Deux photos à des années d’écart : côte à côte, hier et aujourd’hui.
collage-theme-why-trip = De lieu en lieu, jour après jour : un voyage.
collage-theme-why-month = Des photos de tant de jours d’un même mois : un calendrier.
collage-theme-why-year = Des photos de tant de mois d’une même année : un calendrier.
collage-theme-why-strong-picture = Une photo sort du lot : elle fait une couverture.
collage-theme-why-faces = Des visages avant tout : des polaroïds leur vont bien.
collage-theme-why-place = Quelques vues d’un même lieu : une carte postale.
collage-theme-why-series = Toute une série d’un même jour : une pellicule.
collage-theme-why-mixed = Un peu de tout : une mosaïque lui va le mieux.
collage-theme-why-liked = Le thème que vous choisissez le plus souvent.

collage-theme-mosaic-light = Mosaïque claire
collage-theme-mosaic-dark = Mosaïque sombre
collage-theme-polaroids = Polaroïds
collage-theme-film-strip = Pellicule
collage-theme-cover = Couverture de magazine
collage-theme-postcard = Carte postale
collage-theme-calendar = Calendrier
collage-theme-then-and-now = Hier et aujourd’hui
collage-theme-journey = Voyage
collage-button-themes = Thème…
collage-button-theme = { $star ->
    [yes] ★ { $name }
   *[no] { $name }
}
collage-button-dress = Habiller les photos…
collage-button-undo = ↶ Annuler
collage-button-film = En film
collage-button-number = { $number }
collage-button-every-photo = Toutes
collage-button-all-back = Toutes les remettre
collage-button-pick-swap = ⇄ En échanger deux
collage-button-pick-bigger = En agrandir une
collage-button-pick-crop = Recadrer autrement
collage-button-pick-drop = En retirer une
collage-button-pick-back = En remettre une
collage-ask-theme = Il est en « { $name } ». Quel thème voulez-vous ?
collage-ask-theme-proposed = Il est en « { $name } ». Quel thème voulez-vous ? ★ { $why }
collage-ask-theme-this = Il est en « { $name } ». { $why } Un autre ?
collage-ask-dress = Quel style ? Toutes les photos peuvent le porter, ou une seule.
collage-pick-swap = Quelle photo doit changer de place ? Ces numéros ne servent qu’à choisir.
collage-pick-swap-second = Et avec laquelle la { $number } doit-elle échanger sa place ?
collage-pick-bigger = Quelle photo voulez-vous plus grande ?
collage-pick-crop = Quelle photo dois-je recadrer autrement ?
collage-pick-drop = Quelle photo dois-je retirer ? Vous pourrez la remettre.
collage-pick-back = Celles-ci ne sont pas sur la page. Laquelle doit revenir ?
collage-pick-look = « { $name } » pour toutes, ou pour laquelle ?

error-collage-too-few = Il reste trop peu de ses photos pour une autre disposition : les autres sont cachées, privées ou laissées de côté. Ce que vous voyez reste tel quel.
error-collage-gone = Ce collage n’est plus là : il a été oublié, ou trente jours ont passé. Vos photos peuvent en faire un nouveau.
error-collage-changed = Ce bouton date d’avant la dernière modification ; je n’ai rien changé.
error-collage-undo = Il n’y a rien à annuler : il est comme il a été fait.
error-collage-number = Il y a { $count } photos au choix, numérotées ligne par ligne depuis le haut à gauche.
error-collage-all-there = Toutes ses photos sont déjà sur la page.
error-collage-would-cut = À la place l’une de l’autre, ces deux photos couperaient un visage ; je les ai laissées où elles sont.
error-collage-order = Sur cette page, la place d’une photo dit quand ou où elle a été prise ; les photos n’échangent donc pas leurs places. Un autre thème le permet.
error-collage-crop = Il n’y a pas d’autre façon de recadrer celle-ci à sa place : elle est montrée entière, ou un visage serait coupé.
error-collage-largest = Celle-ci est aussi grande que cette page le permet. Une autre disposition ou un autre thème peut lui donner plus de place.
error-collage-no-title = Je ne sais ni où ni quand ces photos ont été prises : je n’ai donc pas de titre à proposer.
error-collage-last = C’est la seule photo de la page ; je l’y laisse.
error-collage-theme = Ces photos ne vont pas dans ce thème : il demande des dates, des lieux ou un nombre de photos qu’elles n’ont pas.
