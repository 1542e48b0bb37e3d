package org.sweetie.console.live;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.sweetie.console.access.SignedIn;

/** The stop switch (CONDUCT B8): one press, one confirmation, everything is still. */
@Controller
class StopPages {
  private final LiveDesk desk;

  StopPages(LiveDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/stop")
  String page(@RequestParam(defaultValue = StopForm.ALL) String scope, Model model) {
    model.addAttribute("scope", scope);
    model.addAttribute("over", desk.isOver(scope));
    model.addAttribute("stopped", desk.stopped());
    return "stop";
  }

  @PostMapping("/stop")
  String stop(@AuthenticationPrincipal SignedIn by, @ModelAttribute StopForm form) {
    desk.stop(form.givenScope(), by, form.givenReason());
    return "redirect:"
        + UriComponentsBuilder.fromPath("/stop")
            .queryParam("scope", "{scope}")
            .build(form.givenScope());
  }

  @PostMapping("/stop/lift")
  String lift(@AuthenticationPrincipal SignedIn by, @ModelAttribute StopForm form) {
    desk.resume(by, form.givenReason());
    return "redirect:/stop";
  }
}
