gallery-reading = { $total ->
    [one] Je reçois une image…
   *[other] Je reçois { $total } images… { $done }/{ $total }
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
    [one] Une vidéo est gardée.
   *[other] { $count } vidéos sont gardées.
}
gallery-scanned = numérisée
gallery-kept-converted = { $count ->
    [one] Une image HEIC est devenue un JPEG de haute qualité, pour que tout le monde puisse l’ouvrir.
   *[other] { $count } images HEIC sont devenues des JPEG de haute qualité, pour que tout le monde puisse les ouvrir.
}
gallery-kept-without-looking = Je n’ai pas regardé dedans : vous m’avez demandé de faire sans IA. Vous pouvez tout reprendre, ou tout oublier, dans /gallery.
gallery-one-more = Pour un collage, envoyez-m’en au moins deux à la fois.
gallery-button-together = { $count ->
    [one] Un collage avec la précédente
   *[other] Un collage avec les { $count } précédentes
}
gallery-refused = { $count ->
    [one] Une n’a pas pu être gardée :
   *[other] { $count } n’ont pas pu être gardées :
}
gallery-refused-line = • { $reason }
gallery-refused-names = { $more ->
    [0] { $names }
    [one] { $names } et une autre
   *[other] { $names } et { $more } autres
}
gallery-undated = { $count ->
    [one] Une image est arrivée sans date ; je ne sais donc pas quand elle a été prise.
   *[other] { $count } images sont arrivées sans date ; je ne sais donc pas quand elles ont été prises.
} Telegram retire la date des photos ; un fichier garde la sienne, s’il en a une. Si vous la connaissez, dites-la-moi :
gallery-undated-files = { $count ->
    [one] Un fichier ne porte pas de date ; je ne sais donc pas quand son image a été prise.
   *[other] { $count } fichiers ne portent pas de date ; je ne sais donc pas quand leurs images ont été prises.
} Si vous la connaissez, dites-la-moi :
gallery-button-today = C’était aujourd’hui
gallery-button-type-date = Je l’écris
gallery-button-no-date = Laisser ainsi
gallery-ask-date = C’était quand ? Par exemple « été 2019 », « 12 octobre 2024 » ou « vers 1985 ».
gallery-date-unclear = Je n’ai pas su y lire une date. Par exemple « été 2019 », « 12/10/2024 » ou « vers 1985 ». /cancel laisse ainsi.
gallery-ask-place = Où était-ce ? Une ville, comme « Lyon » ou « Paris, Texas », ou le nom que vous donnez à ce lieu, comme « chez Mamie ».
gallery-ask-note = Que dois-je en retenir ? Une ou deux phrases ; les légendes pourront les citer.
gallery-place-unclear = Je n’y ai pas lu de lieu. Une ville, ou un nom de 40 caractères au plus ; /cancel laisse tout ainsi.
gallery-correction-undone = C’est repris : tout est comme avant.
gallery-date-noted = { $count ->
    [0] Elles ont déjà une date, ou ne sont plus là : rien n’a changé.
    [one] C’est noté : { $when }.
   *[other] C’est noté pour { $count } images : { $when }.
}
gallery-intimate = { $count ->
    [one] Une photo est peut-être intime : je l’ai mise de côté, et personne d’autre que vous ne la voit. Puis-je m’en servir ?
   *[other] { $count } photos sont peut-être intimes : je les ai mises de côté, et personne d’autre que vous ne les voit. Puis-je m’en servir ?
}
gallery-button-use = { $count ->
    [one] Oui, l’utiliser
   *[other] Oui, les utiliser
}
gallery-button-leave-aside = Laisser de côté
gallery-intimate-used = { $count ->
    [one] Alors elle compte comme vos autres photos. Rien ne part nulle part avant que vous ne partagiez.
   *[other] Alors elles comptent comme vos autres photos. Rien ne part nulle part avant que vous ne partagiez.
}
gallery-intimate-left = C’est laissé de côté : gardé dans votre galerie, absent de mes suggestions.
gallery-left-alone = Comme vous voulez : rien n’est changé.
gallery-cannot-use = Je sais prendre des photos, des vidéos, des animations et des images envoyées comme fichiers. Ceci, je n’y touche pas ; rien n’en est gardé.
gallery-cannot-sticker = Quel joli autocollant ! Je ne garde que des photos et des vidéos : il n’en reste rien ici.
gallery-cannot-audio = C’est de la musique ou un fichier sonore ; je garde des photos et des vidéos. Pour parler d’une photo, répondez-lui avec le micro : un message vocal reste avec elle.
gallery-cannot-pdf = C’est un PDF. S’il contient des photos, envoyez-moi chaque page comme image.
gallery-cannot-raw = C’est le fichier RAW d’un appareil photo, que je n’ouvre pas. Envoyez le JPEG que l’appareil a fait à côté, ou exportez-en un.
gallery-cannot-format = C’est une image { $format }, que je n’ouvre pas. Envoyez-la en JPEG ou en PNG et je la garderai.
gallery-cannot-film = C’est une vidéo { $format }, que je n’ouvre pas. Envoyez-la en MP4 ou en MOV et je la garderai.
gallery-cannot-contact = C’est la fiche de quelqu’un ; je garde des photos et des vidéos, et il n’en reste rien ici.
gallery-cannot-location = C’est un lieu sur une carte ; il n’en reste rien ici. Pour dire où une photo a été prise, écrivez-le sur sa page dans /gallery.
gallery-no-room = { $count ->
    [one] Il n’y a plus de place sur mon disque. Rien n’est perdu : celle-ci attend chez Telegram, et je la reprends dès qu’il y a de la place.
   *[other] Il n’y a plus de place sur mon disque. Rien n’est perdu : { $count } de ces images attendent chez Telegram, et je les reprends dès qu’il y a de la place.
}
gallery-album-given-up = Je n’ai pas pu finir de les regarder, malgré plusieurs essais. Rien n’est perdu : je réessaierai à votre prochain envoi.

gallery-empty = Il n’y a encore rien ici. Envoyez-moi quelques photos, autant que vous voulez à la fois. Comme fichiers, elles gardent leur date et leur lieu.
gallery-heading = Votre galerie
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
gallery-pictures = { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-year = { $title } · { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-sheet = <b>{ $title }</b> · { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-leaf = Page { $page } sur { $pages }
gallery-journey = <b>{ $title }</b>
gallery-moment-line = { $number }. { $title } · { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-moment-untitled = Sans date pour l’instant
gallery-undated-title = Sans date
gallery-hidden-title = Cachées
gallery-private-title = Rien que pour vous
gallery-found = <b>{ $what }</b> · { $count ->
    [one] une image trouvée
   *[other] { $count } images trouvées
}
gallery-needs-looking = Pour cela je devrais regarder vos photos, ce qui ne m’est pas permis en ce moment. Une date, un lieu ou un mot de vos notes suffit : « /gallery Lyon 2019 ». Où vous en êtes : /privacy
gallery-nothing-found = Je ne trouve rien de tel dans votre galerie. Essayez un lieu, une année, ou ce qu’on voit : « /gallery Lyon 2019 ».
gallery-button-open = Ouvrir la galerie
gallery-button-browse = Les regarder
gallery-button-years = ↑ Toutes les années
gallery-button-up-to = ↑ { $title }
gallery-button-up = ↑ Sa page
gallery-button-left-out = { $count ->
    [0] Hors des propositions
   *[other] Écartées : { $count } — montrer
}
gallery-button-left-outs = Tout ce qui est écarté
gallery-button-hidden = Cachées ({ $count })
gallery-button-private = Pour vous ({ $count })
gallery-button-forget-all = Tout oublier
gallery-button-forget-moment = Oublier toutes celles-ci
gallery-button-undo = ↩ Annuler
gallery-button-previous = ◀
gallery-button-next = ▶
gallery-button-forget = Oublier celle-ci
gallery-button-looks = Styles…
gallery-button-date = Corriger la date
gallery-button-place = Corriger le lieu
gallery-button-note = Une note
gallery-button-hide = Cacher
gallery-button-show-again = Remontrer
gallery-button-keep-private = Pour moi, à jamais
gallery-button-lift = Ne plus la réserver
gallery-button-bring-one-back = ↩ { $number }
gallery-button-bring-all-back = ↩ Tout reprendre
gallery-button-live = La voir bouger
gallery-button-voice = Écouter la voix
gallery-button-file-back = La rendre en fichier
gallery-button-close = Fermer
gallery-button-keep = Garder
gallery-button-forget-all-now = Oui, tout oublier
gallery-page = { $position } sur { $total }
gallery-page-date = Prise : { $when }
gallery-page-place = Lieu : { $place }
gallery-page-scan = Un scan : le jour où il a été fait ne dit rien du jour qu’il montre.
gallery-page-shared = Partagée
gallery-page-hidden = Cachée : elle reste hors de ces pages et de tout ce que je propose.
gallery-page-private = Rien que pour vous : dans aucun collage, jamais proposée, jamais partagée, jamais envoyée ailleurs.
gallery-private-collages = { $count ->
    [one] Un collage fait avec elle disparaît aussi.
   *[other] { $count } collages faits avec elle disparaissent aussi.
}
gallery-private-looks = { $count ->
    [one] Un autre style de cette image disparaît aussi.
   *[other] { $count } autres styles de cette image disparaissent aussi.
}
gallery-page-film = Une vidéo, gardée chiffrée.
gallery-left-out = { $count ->
    [one] Gardée, mais hors de mes propositions :
   *[other] Gardées, mais hors de mes propositions :
} { $what }. À retrouver dans /gallery.
gallery-left-outs-below = Elles sont sur la page, plus bas.
gallery-left-out-heading = Écartées
gallery-left-out-title = <b>Hors de mes propositions</b> · { $count ->
    [one] une image
   *[other] { $count } images
}
gallery-left-out-how = Tout est gardé, dans votre galerie. Un numéro remet l’image dans ce que je propose.
gallery-left-out-of = { $reason ->
    [screenshot] { $count ->
        [one] une capture d’écran
       *[other] { $count } captures d’écran
    }
    [document] { $count ->
        [one] un document
       *[other] { $count } documents
    }
    [receipt] { $count ->
        [one] un ticket
       *[other] { $count } tickets
    }
    [meme] { $count ->
        [one] un mème
       *[other] { $count } mèmes
    }
    [twin] { $count ->
        [one] une quasi-jumelle
       *[other] { $count } quasi-jumelles
    }
    [burst] { $count ->
        [one] une d’une rafale
       *[other] { $count } de rafales
    }
    [blur] { $count ->
        [one] une floue
       *[other] { $count } floues
    }
   *[sensitive] { $count ->
        [one] une intime
       *[other] { $count } intimes
    }
}
gallery-left-out-reason = { $reason ->
    [screenshot] Capture d’écran
    [document] Document
    [receipt] Ticket
    [meme] Mème
    [twin] Quasi-jumelle
    [burst] D’une rafale
    [blur] Floue
   *[sensitive] Intime
}
gallery-brought-back = { $count ->
    [0] Elle est déjà revenue, ou partie.
    [one] Elle revient dans ce que je propose.
   *[other] Elles sont { $count } à revenir dans ce que je propose.
}
gallery-forget-all-sure = { $count ->
    [one] Oublier votre seule image pour de bon ?
   *[other] Oublier vos { $count } images pour de bon ?
} Tout part aussitôt, avec ce que j’en avais tiré et ce que je vous en ai montré ici depuis deux jours, et rien ne le fait revenir. Ce que vous avez partagé reste où vous l’avez partagé.
gallery-forgotten = { $count ->
    [one] Oubliée : une image, et tout ce que j’en avais noté.
   *[other] Oubliées : { $count } images, et tout ce que j’en avais noté.
} Jusqu’à { $until }, vous pouvez l’annuler ; ensuite, c’est pour de bon. Ce que vous avez partagé reste où vous l’avez partagé.
gallery-undone = { $count ->
    [one] Elle est revenue.
   *[other] Les { $count } sont revenues.
} Les collages qui en étaient faits, eux, restent partis : ils se refont quand vous voulez.
gallery-undo-too-late = C’était il y a plus de dix minutes, ou c’est déjà revenu : il n’y a rien à annuler.
gallery-forgotten-all = { $count ->
    [0] Il n’y avait plus rien à oublier.
    [one] Oubliée : une image, et tout ce que j’en avais noté.
   *[other] Oubliées : { $count } images, et tout ce que j’en avais noté.
}
gallery-gone = Celle-ci est déjà partie.
gallery-closed = C’est fermé. /gallery rouvre.

error-no-such-day = Ce jour n’existe dans aucun calendrier. Lequel voulez-vous dire ?
error-day-to-come = Ce jour n’est pas encore venu. Quand était-ce ?
error-day-too-old = Aucune photo n’est si ancienne : la première est de { $year }. Quand était-ce ?
error-picture-empty = Ce fichier est vide.
error-picture-unsupported = Ce n’est pas une image que je sais ouvrir : je connais JPEG, PNG, WebP, GIF et HEIC.
error-picture-closed = C’est une image { $format }, que je n’ouvre pas. Envoyez-la en JPEG ou en PNG et je la garderai.
error-picture-unreadable = Cette image est coupée ou abîmée.
error-picture-too-large = Cette image est trop grande pour moi : { $megapixels } mégapixels et { $side } pixels de côté au plus.
error-picture-failed = Cette image ne s’ouvrait pas sans risque ; je l’ai refermée.
error-film-unsupported = Ce n’est pas une vidéo que je sais garder : je connais MP4 et MOV.
error-file-too-big = Telegram me laisse prendre jusqu’à { $megabytes } Mo, et ce fichier est plus grand. Une copie plus petite ira ; ou la personne qui gère ce robot peut utiliser un serveur Bot API local, ou l’apporter depuis un dossier du serveur avec « pepite import ».
error-file-gone = Telegram n’a plus ce fichier. Renvoyez-le, s’il vous plaît.

gallery-archive-opening = J’ouvre l’archive…
gallery-archive-others = { $count ->
    [one] Un fichier n’y est ni une image ni une vidéo : je n’y ai pas touché.
   *[other] { $count } fichiers n’y sont ni des images ni des vidéos : je n’y ai pas touché.
}
gallery-archive-untold = { $count ->
    [one] Une photo sans date n’a pas de fichier de date à côté d’elle. Google l’a peut-être mis dans une autre partie de l’archive Takeout, et je lis chaque partie à part ;
   *[other] { $count } photos sans date n’ont pas de fichier de date à côté d’elles. Google les a peut-être mis dans une autre partie de l’archive Takeout, et je lis chaque partie à part ;
} la personne qui gère ce robot peut lire toutes les parties ensemble depuis un dossier du serveur, avec <code>pepite import</code>.
gallery-archive-undated = { $count ->
    [one] Une image de l’archive ne dit nulle part quand elle a été prise. Si vous le savez, dites-le-moi :
   *[other] { $count } images de l’archive ne disent nulle part quand elles ont été prises. Si vous le savez, et si c’est la même date pour toutes, dites-le-moi :
}
gallery-archive-best = Le plus à voir : <b>{ $title }</b>.
gallery-archive-button-draw = En faire un collage
gallery-drawing = Je dessine votre collage…
gallery-archive-no-room = Il n’y a plus de place sur mon disque. Rien n’est perdu : cette archive attend, un jour au plus, et je continue dès qu’il y a de la place.
gallery-archive-given-up = Je n’ai pas pu finir de lire cette archive, malgré plusieurs essais. Ce que j’en avais lu est gardé ; renvoyez-la et je reprends là.
gallery-archive-other = Je n’ouvre que les archives zip. Google Takeout sait en faire : choisissez « .zip ».
error-archive-too-big = Cette archive est trop grande pour passer par cette conversation : { $megabytes } Mo au plus. Faites-en de plus petites ; ou la personne qui gère ce robot peut la lire depuis un dossier du serveur, avec <code>pepite import</code>, ou utiliser un serveur Bot API local, qui va jusqu’à 100 Mo.
error-archive-damaged = Ce n’est pas une archive zip que je sais lire, ou elle est coupée.
error-archive-too-long = Cette archive contient plus de { $most } fichiers. Faites-en de plus petites, s’il vous plaît.
error-archive-too-much = Cette archive contient plus de { $most } images, trop pour un seul message. Faites-en de plus petites ; ou la personne qui gère ce robot peut la lire depuis un dossier du serveur, avec <code>pepite import</code>.
error-archive-bomb = Elle prendrait bien plus de place qu’elle n’en pèse, ce que ne fait aucune image.
error-archive-empty = Il n’y a ni image ni vidéo dans cette archive.
error-archive-unsafe = Cette archive ne s’ouvrait pas sans risque ; je l’ai refermée.
error-archive-locked = Elle est fermée par un mot de passe : ouvrez-la d’abord.
error-archive-method = Elle est compressée d’une façon que je ne connais pas : refaites l’archive de la façon habituelle.
error-archive-nested = Une archive dans l’archive : envoyez-moi celle-là à part.
error-archive-gone = Cela n’a pas pu être lu : le fichier a disparu, ou changeait à ce moment-là.
error-media-too-big = C’est plus grand que 200 Mo.
