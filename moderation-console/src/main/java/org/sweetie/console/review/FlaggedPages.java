package org.sweetie.console.review;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.sweetie.console.access.Reads;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.SignedIn;
import org.sweetie.engine.turn.ConversationRecord;

/** The flagged queue, one conversation, a ruling on it, and an original on demand. */
@Controller
class FlaggedPages {
  private final ReviewDesk desk;
  private final Showing showing;
  private final Reads reads;
  private final Threshold threshold;

  FlaggedPages(ReviewDesk desk, Showing showing, Reads reads, Threshold threshold) {
    this.desk = desk;
    this.showing = showing;
    this.reads = reads;
    this.threshold = threshold;
  }

  record RulingForm(@Nullable String id, @Nullable String finding, @Nullable String reason) {}

  record HelpForm(@Nullable String id, @Nullable String name) {}

  record OriginalForm(@Nullable String id, int number, @Nullable String reason) {}

  @GetMapping("/flagged")
  String queue(@AuthenticationPrincipal SignedIn person, Model model) {
    List<Summary> all = desk.queue(person).stream().map(showing::summary).toList();
    model.addAttribute("open", all.stream().filter(s -> s.ruled().isEmpty()).toList());
    model.addAttribute(
        "ruled",
        all.stream()
            .filter(s -> !s.ruled().isEmpty())
            .sorted(Comparator.comparing(Summary::id))
            .toList());
    return "flagged";
  }

  /** The look at it goes on record before it is shown (CONDUCT C5). */
  @GetMapping("/flagged/conversation")
  String conversation(
      @AuthenticationPrincipal SignedIn person, @RequestParam String id, Model model) {
    ConversationRecord record = desk.open(id, person);
    reads.now(person, "read masked", id, "opened from the flagged queue");
    ConversationPage page = ConversationPage.of(record, showing, threshold.value(), person);
    model.addAttribute("page", page);
    model.addAttribute("findings", Finding.values());
    model.addAttribute("help", HelpChoice.of(desk.helpFor(record, person), page.language()));
    return "flagged-conversation";
  }

  @PostMapping("/flagged/ruling")
  String rule(@AuthenticationPrincipal SignedIn person, @ModelAttribute RulingForm form) {
    ConversationRecord record = desk.open(given(form.id()), person);
    Finding finding =
        Finding.ofWire(given(form.finding()))
            .orElseThrow(() -> new Refused("Choose a finding first."));
    desk.rule(record, person, finding, given(form.reason()));
    return "redirect:/flagged";
  }

  /** Sends reviewed help text to somebody who may be a child at risk (CONDUCT B10). */
  @PostMapping("/flagged/help")
  String help(@AuthenticationPrincipal SignedIn person, @ModelAttribute HelpForm form) {
    ConversationRecord record = desk.open(given(form.id()), person);
    desk.help(record, person, given(form.name()));
    return "redirect:"
        + UriComponentsBuilder.fromPath("/flagged/conversation")
            .queryParam("id", "{id}")
            .build(record.id().value());
  }

  /** Shows what was really typed, once a reason is given and on record (CONDUCT C5, C6). */
  @PostMapping("/flagged/original")
  String original(
      @AuthenticationPrincipal SignedIn person, @ModelAttribute OriginalForm form, Model model) {
    ConversationRecord record = desk.open(given(form.id()), person);
    String text = desk.original(record, form.number(), person, given(form.reason()));
    model.addAttribute("number", form.number());
    model.addAttribute("text", VisibleText.of(Showing.cut(text, Showing.MOST_SHOWN)));
    model.addAttribute("left", Math.max(0, text.length() - Showing.MOST_SHOWN));
    model.addAttribute("id", record.id().value());
    return "parts/original :: original";
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
