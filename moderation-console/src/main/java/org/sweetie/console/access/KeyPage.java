package org.sweetie.console.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an approver makes the key pair in the browser and registers its public half. */
@Controller
class KeyPage {
  private final People people;

  KeyPage(People people) {
    this.people = people;
  }

  record Form(@Nullable String publicKey) {
    String given() {
      return publicKey == null ? "" : publicKey;
    }
  }

  @GetMapping("/key")
  String page(@AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("person", person);
    return "key";
  }

  @PostMapping("/key")
  String register(@AuthenticationPrincipal SignedIn person, @ModelAttribute Form form) {
    if (form.given().isBlank()) {
      throw new Refused(
          "No key came along: this page makes it in your browser. Go back, reload the page, and"
              + " make the key once its button can be pressed.");
    }
    people.registerKey(person.id(), form.given());
    return "redirect:/key";
  }
}
