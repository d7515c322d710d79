"""The verbs of the command pepite, in the order a newcomer meets them."""

import typer

from bot.cli.audit import audit
from bot.cli.bench import bench
from bot.cli.collage import collage
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.film import film
from bot.cli.import_ import import_
from bot.cli.moments import moments
from bot.cli.restyle import restyle
from bot.cli.run import run
from bot.cli.see import see
from bot.cli.setup import setup
from bot.cli.write import write

pepite = typer.Typer(
    name="pepite",
    help="A Telegram bot that finds the photos worth keeping, and asks first.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # a plain page costs a third of a coloured one
)
for verb in (demo, run, setup, doctor, see, moments, collage, film, restyle, write, bench):
    pepite.command()(verb)
pepite.command("import")(import_)
pepite.add_typer(audit, name="audit")
