package org.sweetie.console.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** People, sign-in links, and the operation with its mandate in words. */
@Controller
class AdministrationPage {
  private final People people;
  private final SignInLinks links;
  private final Reads reads;
  private final OperationInWords operation;

  AdministrationPage(People people, SignInLinks links, Reads reads, OperationInWords operation) {
    this.people = people;
    this.links = links;
    this.reads = reads;
    this.operation = operation;
  }

  record PersonForm(@Nullable String name, @Nullable List<String> roles) {
    String givenName() {
      return name == null ? "" : name;
    }

    Set<Role> givenRoles() {
      Set<Role> given = EnumSet.noneOf(Role.class);
      if (roles != null) {
        roles.forEach(r -> Role.ofWire(r).ifPresent(given::add));
      }
      return given;
    }
  }

  record LinkForm(@Nullable String person) {}

  @GetMapping("/administration")
  String page(Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("allRoles", Role.values());
    model.addAttribute("operations", operation.operations());
    model.addAttribute("mandates", operation.mandates());
    return "administration";
  }

  @PostMapping("/administration/person")
  String enrol(@ModelAttribute PersonForm form) {
    people.enrol(form.givenName(), form.givenRoles());
    return "redirect:/administration";
  }

  /** Shows the link once, in the answer to the post: it is nowhere else and in no address. */
  @PostMapping("/administration/link")
  String link(
      @AuthenticationPrincipal SignedIn by,
      @ModelAttribute LinkForm form,
      ServerHttpRequest request,
      Model model) {
    SignedIn person =
        people
            .find(form.person() == null ? "" : form.person())
            .orElseThrow(() -> new Refused("Choose a person from the list."));
    reads.now(by, "make sign-in link", person.id(), "asked for by the administrator");
    model.addAttribute("linkFor", person);
    model.addAttribute("link", origin(request) + SignInLinks.path(links.issue(person.id())));
    return page(model);
  }

  private static String origin(ServerHttpRequest request) {
    return UriComponentsBuilder.fromUri(request.getURI())
        .replacePath("")
        .replaceQuery(null)
        .fragment(null)
        .build()
        .toUriString();
  }
}
