package org.sweetie.console.live;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.sweetie.console.access.Reads;
import org.sweetie.console.access.SignedIn;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.turn.ConversationRecord;

/** The list of live conversations, one of them, and a person's choice among its candidates. */
@Controller
class LivePages {
  private final LiveDesk desk;
  private final LiveParts parts;
  private final LiveLog log;
  private final Reads reads;

  LivePages(LiveDesk desk, LiveParts parts, LiveLog log, Reads reads) {
    this.desk = desk;
    this.parts = parts;
    this.log = log;
    this.reads = reads;
  }

  record ChoiceForm(@Nullable String id, int number, int index, @Nullable String reason) {
    String givenId() {
      return id == null ? "" : id;
    }

    String givenReason() {
      return reason == null ? "" : reason.strip();
    }
  }

  /** The size is read first: what is appended meanwhile then comes by the stream. */
  @GetMapping("/live")
  String list(@AuthenticationPrincipal SignedIn person, Model model) {
    model.addAttribute("from", log.size());
    model.addAllAttributes(parts.list(person).asMap());
    return "live";
  }

  @GetMapping("/live/conversation")
  String conversation(
      @AuthenticationPrincipal SignedIn person, @RequestParam String id, Model model) {
    model.addAttribute("from", log.size());
    ConversationRecord record = desk.sit(id, person);
    reads.now(person, "read masked", id, "accompanies the live conversation");
    model.addAllAttributes(parts.conversation(record, person).asMap());
    return "live-conversation";
  }

  @PostMapping("/live/leave")
  String leave(@AuthenticationPrincipal SignedIn person, @ModelAttribute ChoiceForm form) {
    desk.leave(form.givenId(), person);
    return "redirect:/live";
  }

  @PostMapping("/live/release")
  String release(
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute ChoiceForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Model model) {
    desk.release(form.givenId(), form.number(), form.index(), person, form.givenReason());
    return done(form, part, "The reply to message " + form.number() + " went out.", model);
  }

  @PostMapping("/live/withhold")
  String withhold(
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute ChoiceForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Model model) {
    desk.withhold(form.givenId(), form.number(), person, form.givenReason());
    return done(
        form, part, "Withheld: message " + form.number() + " stays without a reply.", model);
  }

  private static String done(ChoiceForm form, @Nullable String part, String text, Model model) {
    if (part == null) {
      return "redirect:"
          + UriComponentsBuilder.fromPath("/live/conversation")
              .queryParam("id", "{id}")
              .build(form.givenId());
    }
    model.addAttribute("text", text);
    return "parts/notice :: done";
  }

  static Set<String> ids(Set<ConversationId> conversations) {
    return conversations.stream().map(ConversationId::value).collect(Collectors.toSet());
  }
}
