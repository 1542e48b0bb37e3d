package org.sweetie.console.live;

import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.review.Showing;
import org.sweetie.engine.turn.ConversationRecord;

/** The models of the live pages, the same for a whole page and for the parts a stream renews. */
final class LiveParts {
  private final LiveDesk desk;
  private final Showing showing;

  LiveParts(LiveDesk desk, Showing showing) {
    this.desk = desk;
    this.showing = showing;
  }

  Model list(SignedIn person) {
    ExtendedModelMap model = new ExtendedModelMap();
    model.addAttribute("rows", desk.live().stream().map(showing::summary).toList());
    model.addAttribute("mine", LivePages.ids(desk.seatsOf(person)));
    model.addAttribute("most", Seats.MOST);
    model.addAttribute("stopped", desk.stopped());
    return model;
  }

  Model conversation(ConversationRecord record, SignedIn person) {
    ExtendedModelMap model = new ExtendedModelMap();
    model.addAttribute("summary", showing.summary(record));
    model.addAttribute("turns", showing.turns(record, person.is(Role.ANALYST)));
    model.addAttribute("desk", DeskView.of(record, showing));
    model.addAttribute("stopped", desk.stopped());
    return model;
  }
}
