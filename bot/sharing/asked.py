"""What is asked before anything goes out: what will be seen, by whom, where, for how long."""

from datetime import timedelta
from uuid import uuid4

from bot.jobs.catalogue import JobName
from bot.sharing.linked import Linked, opened_place, sealed_place
from bot.sharing.shareable import QuestionOld, Recap, Ref, Shareable, ShareIsPrivate
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.sharing import Destination, RecapId, RecapRow, RecapState
from storage.transaction import Transaction


class Asked(Linked):
    """A recap is a row, so that what was confirmed can be held against what is true later."""

    async def to_channel(self, person: Person, ref: Ref, number: int) -> tuple[Recap, Shareable]:
        """Ask, with the channel as it is called now. Raises the refusals."""
        shareable = await self.shareable(person.id, ref)
        place = await self._look(person, number)
        async with self._storage.begin() as tx:
            await self._keep(tx, person.id, place)
            recap = Recap(
                id=RecapId(uuid4()),
                ref=shareable.ref,
                destination=Destination.CHANNEL,
                state=RecapState.SHOWN,
                channel=number,
                place=place,
            )
            await self._ask(tx, person.id, recap)
        return recap, shareable

    async def to_story(self, owner: PersonId, ref: Ref) -> tuple[Recap, Shareable]:
        """Ask for a period; the recap is WAITING where there is no connection to post through."""
        shareable = await self.shareable(owner, ref)
        is_connected = await self.connection(owner) is not None
        recap = Recap(
            id=RecapId(uuid4()),
            ref=shareable.ref,
            destination=Destination.STORY,
            state=RecapState.SHOWN if is_connected else RecapState.WAITING,
        )
        async with self._storage.begin() as tx:
            await self._ask(tx, owner, recap)
        return recap, shareable

    async def shown_in(self, owner: PersonId, recap: RecapId, message_id: int) -> None:
        """The message that asks shows the picture: it goes when the draft does."""
        async with self._storage.begin() as tx:
            facts = {"message_id": message_id}
            await tx.sharing.change_recap(owner, recap, RecapState.SHOWN, facts)

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        """The draft as a Story shows it. Raises NothingToShare and ShareChanged."""
        await self.shareable(owner, ref)
        return await self._sources[ref.kind].story(owner, ref)

    async def choose(
        self,
        owner: PersonId,
        recap: RecapId,
        *,
        with_file: bool | None = None,
        period: timedelta | None = None,
    ) -> tuple[Recap, Shareable]:
        """Change how it will be posted. Raises QuestionOld once it is no longer asked."""
        facts: dict[str, object] = {}
        if with_file is not None:
            facts["with_file"] = with_file
        if period is not None:
            facts["period_seconds"] = int(period.total_seconds())
        async with self._storage.begin() as tx:
            if not await tx.sharing.change_recap(owner, recap, RecapState.SHOWN, facts):
                raise QuestionOld
            found = await self._recap(tx, owner, recap)
        if found is None:
            raise QuestionOld
        return found, await self.shareable(owner, found.ref)

    async def recap(self, owner: PersonId, recap: RecapId) -> Recap | None:
        async with self._storage.read() as tx:
            return await self._recap(tx, owner, recap)

    async def may_confirm(self, owner: PersonId, recap: RecapId) -> bool:
        """False for what is on its way already.

        Raises QuestionOld for what is no longer asked, ShareIsPrivate for what became private.
        """
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            found = await self._recap(tx, owner, recap)
        if found is not None and found.state is RecapState.PRIVATE:
            raise ShareIsPrivate
        if found is None or found.state is RecapState.WAITING:
            raise QuestionOld
        if found.destination is Destination.STORY and found.period is None:
            raise QuestionOld
        return found.state is RecapState.SHOWN

    async def confirm(self, owner: PersonId, recap: RecapId, message_id: int) -> bool:
        """One tap: a job checks everything again and sends; False for a second tap.

        message_id: of the question, which becomes the answer.
        """
        async with self._storage.begin() as tx:
            facts = {"state": RecapState.CONFIRMED, "message_id": message_id}
            if not await tx.sharing.change_recap(owner, recap, RecapState.SHOWN, facts):
                return False
            await tx.jobs.post(
                JobName.SHARING_PUBLISH,
                subject=owner,
                key=str(recap),
                purpose=Purpose.SHARE_PUBLISH,
            )
        return True

    async def cancel(self, owner: PersonId, recap: RecapId) -> bool:
        """Nothing goes out; False when it was confirmed before, or is not there."""
        async with self._storage.begin() as tx:
            found = await tx.sharing.recap(owner, recap)
            if found is None or found.state not in (RecapState.SHOWN, RecapState.WAITING):
                return False
            await tx.sharing.drop_recap(owner, recap)
        return True

    async def _ask(self, tx: Transaction, owner: PersonId, recap: Recap) -> None:
        await self._ask_gate(tx, owner)
        row = RecapRow(
            id=recap.id,
            owner=owner,
            draft=recap.ref.draft,
            kind=recap.ref.kind,
            version=recap.ref.version,
            destination=recap.destination,
            state=recap.state,
            channel=recap.channel,
            made_at=tx.now,
        )
        if recap.place is not None:
            row.title, row.username = await sealed_place(tx, owner, recap.place)
        await tx.sharing.ask(row)

    async def _recap(self, tx: Transaction, owner: PersonId, recap: RecapId) -> Recap | None:
        row = await tx.sharing.recap(owner, recap)
        if row is None:
            return None
        channel = await tx.destinations.channel(owner, row.channel) if row.channel else None
        place = None
        if row.title is not None:
            chat_id = channel.chat_id if channel else 0
            place = await opened_place(tx, owner, chat_id, row.title, row.username)
        return Recap(
            id=row.id,
            ref=Ref(row.kind, row.draft, row.version),
            destination=row.destination,
            state=row.state,
            channel=row.channel,
            place=place,
            with_file=row.with_file,
            period=timedelta(seconds=row.period_seconds) if row.period_seconds else None,
            message_id=row.message_id,
        )
