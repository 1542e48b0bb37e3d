package org.sweetie.console.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way in and out. Looking at the page uses nothing up, so a link preview burns no link: only
 * the button posts the token.
 */
@Controller
class SignInPage {
  private final SignInLinks links;
  private final People people;
  private final SessionIdentity identity;

  SignInPage(SignInLinks links, People people, SessionIdentity identity) {
    this.links = links;
    this.people = people;
    this.identity = identity;
  }

  record Form(@Nullable String code) {
    String given() {
      return code == null ? "" : code;
    }
  }

  @GetMapping("/sign-in")
  String page() {
    return "sign-in";
  }

  @PostMapping("/sign-in")
  Mono<Rendering> signIn(@ModelAttribute Form form, ServerWebExchange exchange) {
    return Mono.justOrEmpty(links.redeem(form.given()).flatMap(people::find))
        .flatMap(person -> identity.signIn(exchange, person).thenReturn(seeOther("/")))
        .defaultIfEmpty(unknown());
  }

  @PostMapping("/sign-out")
  Mono<Rendering> signOut(ServerWebExchange exchange) {
    return identity.signOut(exchange).thenReturn(seeOther("/sign-in"));
  }

  private static Rendering seeOther(String path) {
    return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
  }

  private static Rendering unknown() {
    return Rendering.view("sign-in")
        .modelAttribute("unknown", true)
        .status(HttpStatus.UNAUTHORIZED)
        .build();
  }
}
