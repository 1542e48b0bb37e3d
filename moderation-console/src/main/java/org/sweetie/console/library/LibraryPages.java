package org.sweetie.console.library;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sweetie.console.access.Refused;

/** The library's pages. */
@Controller
class LibraryPages {
  private static final int MOST_HITS = 20;
  private static final int MOST_QUERY = 1000;

  private final ReadingRoom library;

  LibraryPages(ReadingRoom library) {
    this.library = library;
  }

  record Question(@Nullable String question) {
    String given() {
      return question == null ? "" : question.strip();
    }
  }

  @GetMapping("/library")
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    String query = limited(q.strip());
    model.addAttribute("q", query);
    if (!query.isEmpty()) {
      model.addAttribute("hits", library.search(query, MOST_HITS));
    }
    return "library";
  }

  @PostMapping("/library/ask")
  String ask(@ModelAttribute Question form, Model model) {
    String question = limited(form.given());
    if (question.isEmpty()) {
      throw new Refused("Type a question first.");
    }
    model.addAttribute("q", "");
    model.addAttribute("answered", library.ask(question));
    return "library";
  }

  /** One item, with the quote between {@code start} and {@code end} set off. */
  @GetMapping("/library/item")
  String item(
      @RequestParam String id,
      @RequestParam(defaultValue = "0") int start,
      @RequestParam(defaultValue = "0") int end,
      Model model) {
    ReadingRoom.Item item =
        library.item(id).orElseThrow(() -> new Refused("The library has no item '" + id + "'."));
    int from = Math.max(0, Math.min(start, item.text().length()));
    int to = Math.max(from, Math.min(end, item.text().length()));
    model.addAttribute("item", item);
    model.addAttribute("before", item.text().substring(0, from));
    model.addAttribute("quote", item.text().substring(from, to));
    model.addAttribute("after", item.text().substring(to));
    return "library-item";
  }

  private static String limited(String text) {
    if (text.length() > MOST_QUERY) {
      throw new Refused(
          "That is "
              + text.length()
              + " characters; a search or question takes up to "
              + MOST_QUERY
              + ".");
    }
    return text;
  }
}
