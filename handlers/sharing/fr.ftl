sharing-offer-title = Partager ce collage
sharing-offer-with-words = La discussion verra seulement l’image et ces mots : « { $words } »
sharing-offer-without-words = La discussion verra seulement l’image, sans mots.
sharing-done = { $count ->
    [one] C’est partagé. Cette photo quitte l’étagère des jamais partagées.
   *[other] C’est partagé. Ces { $count } photos quittent l’étagère des jamais partagées.
}
sharing-ask = Avez-vous partagé le collage ? Telegram ne me l’a pas dit, et je voudrais que l’étagère soit juste.
sharing-button-yes = Oui, partagé
sharing-button-no = Non
sharing-not = Bien : elles restent sur l’étagère.
sharing-open = Ouvrir Pépite
