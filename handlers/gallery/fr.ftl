gallery-reading = { $total ->
    [one] Je regarde une image…
   *[other] Je regarde { $total } images… { $done }/{ $total }
}
gallery-kept = { $count ->
    [one] C’est gardé.
   *[other] { $count } images sont gardées.
}
gallery-kept-known = { $count ->
    [one] J’en avais déjà une : elle n’est gardée qu’une fois.
   *[other] J’en avais déjà { $count } : chacune n’est gardée qu’une fois.
}
gallery-kept-films = { $count ->
    [one] La vidéo est gardée aussi, scellée comme les photos.
   *[other] Les { $count } vidéos sont gardées aussi, scellées comme les photos.
}
gallery-kept-converted = { $count ->
    [one] Une image HEIC est devenue un JPEG de haute qualité, pour que tout le monde puisse l’ouvrir.
   *[other] { $count } images HEIC sont devenues des JPEG de haute qualité, pour que tout le monde puisse les ouvrir.
}
gallery-kept-without-looking = Je n’ai pas regardé dedans : vous m’avez demandé de faire sans IA. Vous pouvez tout reprendre, ou tout oublier, dans /gallery.
gallery-one-more = Encore une et je peux faire un collage.
gallery-refused = { $count ->
    [one] Une n’a pas pu être gardée :
   *[other] { $count } n’ont pas pu être gardées :
}
gallery-refused-line = • { $reason }
gallery-undated = { $count ->
    [one] Une image est arrivée sans date ; je ne sais donc pas quand elle a été prise.
   *[other] { $count } images sont arrivées sans date ; je ne sais donc pas quand elles ont été prises.
} Telegram retire les dates des photos, pas des fichiers. Si vous la connaissez, dites-la-moi :
gallery-button-today = Elles sont d’aujourd’hui
gallery-button-type-date = Je l’écris
gallery-button-no-date = Laisser ainsi
gallery-ask-date = C’était quand ? Par exemple « été 2019 », « 12 octobre 2024 » ou « vers 1985 ».
gallery-date-unclear = Je n’ai pas su y lire une date. Par exemple « été 2019 », « 12/10/2024 » ou « vers 1985 ». /cancel laisse ainsi.
gallery-date-noted = { $count ->
    [one] C’est noté : { $when }.
   *[other] C’est noté pour { $count } images : { $when }.
}
gallery-left-alone = Comme vous voulez : rien n’est changé.
gallery-cannot-use = Je sais prendre des photos, des vidéos et des images envoyées comme fichiers. Ceci, je n’y touche pas ; rien n’en est gardé.
gallery-album-given-up = Je n’ai pas pu finir de les regarder, malgré plusieurs essais. Rien n’est perdu : je réessaierai à votre prochain envoi.

gallery-empty = Il n’y a encore rien ici. Envoyez-moi quelques photos, autant que vous voulez à la fois. Comme fichiers, elles gardent leur date et leur lieu.
gallery-summary = { $photos ->
    [0] Aucune photo
    [one] Une photo
   *[other] { $photos } photos
}{ $films ->
    [0] {""}
    [one] {" "}et une vidéo
   *[other] {" "}et { $films } vidéos
}{ $known ->
    [no] .
   *[yes] , { $span }.
}
gallery-shelf = Jamais partagées : { $waiting } · Partagées : { $shared }
gallery-taken-back = Publications retirées : { $count }
gallery-moments = Vos moments, les derniers d’abord :
gallery-moment-line = • { $title } · { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-moment-untitled = Sans date pour l’instant
gallery-button-browse = Les regarder
gallery-button-forget-all = Tout oublier
gallery-button-previous = ◀
gallery-button-next = ▶
gallery-button-forget = Oublier celle-ci
gallery-button-looks = Styles…
gallery-button-date = Corriger la date
gallery-button-file-back = La rendre en fichier
gallery-button-close = Fermer
gallery-button-keep = Garder
gallery-button-forget-one-now = Oui, l’oublier
gallery-button-forget-all-now = Oui, tout oublier
gallery-page = { $position } sur { $total }
gallery-page-date = Prise : { $when }
gallery-page-place = Lieu : { $place }
gallery-page-shared = Partagée
gallery-page-film = Une vidéo, gardée scellée.
gallery-forget-one-sure = L’oublier pour de bon ? Elle part aussitôt, et les collages faits avec elle quittent cette conversation, aussi loin que Telegram me le permet : deux jours. Ce que vous avez partagé reste où vous l’avez partagé.
gallery-forget-all-sure = { $count ->
    [one] Oublier votre seule image pour de bon ?
   *[other] Oublier vos { $count } images pour de bon ?
} Tout part aussitôt, avec ce que j’en avais tiré. Ce que vous avez partagé reste où vous l’avez partagé.
gallery-forgotten-one = Oubliée : le fichier, et tout ce que j’en avais noté.
gallery-forgotten-all = { $count ->
    [0] Il n’y avait plus rien à oublier.
    [one] Oubliée : une image, et tout ce que j’en avais noté.
   *[other] Oubliées : { $count } images, et tout ce que j’en avais noté.
}
gallery-gone = Celle-ci est déjà partie.
gallery-closed = C’est fermé. /gallery rouvre.

error-picture-empty = Ce fichier est vide.
error-picture-unsupported = Ce n’est pas une image que je sais ouvrir : je connais JPEG, PNG, WebP, GIF et HEIC.
error-picture-unreadable = Cette image est coupée ou abîmée.
error-picture-too-large = Cette image est trop grande pour moi : { $megapixels } mégapixels et { $side } pixels de côté au plus.
error-picture-failed = Cette image ne s’ouvrait pas sans risque ; je l’ai refermée.
error-film-unsupported = Ce n’est pas une vidéo que je sais garder : je connais MP4 et MOV.
error-file-too-big = Telegram me laisse prendre jusqu’à { $megabytes } Mo, et ce fichier est plus grand. Une copie plus petite ira ; ou la personne qui gère ce robot peut utiliser un serveur Bot API local.
error-file-gone = Telegram n’a plus ce fichier. Renvoyez-le, s’il vous plaît.
