package org.sweetie.console.access;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what waits for this person. */
@Controller
class OverviewPage {
  private final List<Waiting> rooms;

  OverviewPage(List<Waiting> rooms) {
    this.rooms = rooms;
  }

  @GetMapping("/")
  String overview(@AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("person", person);
    model.addAttribute("roles", person.roles().stream().sorted().toList());
    model.addAttribute(
        "items", rooms.stream().flatMap(r -> r.waitingFor(person).stream()).toList());
    model.addAttribute(
        "doors",
        Room.listedFor(person.roles()).stream().filter(room -> room != Room.OVERVIEW).toList());
    return "overview";
  }
}
