package org.sweetie.console.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sweetie.console.access.Refused;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;

/** The library's pages. */
@Controller
class LibraryPages {
  private static final int MOST_HITS = 20;
  private static final int MOST_TYPED = 1000;

  private final LibraryIndex index;
  private final Librarian librarian;

  LibraryPages(LibraryIndex index, Librarian librarian) {
    this.index = index;
    this.librarian = librarian;
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
      List<HitView> hits = index.search(query, null, MOST_HITS).stream().map(HitView::of).toList();
      model.addAttribute("hits", hits);
    }
    return "library";
  }

  @PostMapping("/library/ask")
  String ask(@ModelAttribute Question form, Model model) {
    String question = limited(form.given());
    if (question.isEmpty()) {
      throw new Refused("Type a question first.");
    }
    Librarian.Answer answer = librarian.ask(question, null);
    model.addAttribute("q", "");
    model.addAttribute("question", question);
    model.addAttribute("answered", answer);
    model.addAttribute("citations", answer.citations().stream().map(this::citation).toList());
    return "library";
  }

  private CitationView citation(Librarian.Citation c) {
    String title = index.find(c.item()).map(LibraryItem::title).orElse(c.item());
    return new CitationView(c.item(), title, c.start(), c.end(), c.quote());
  }

  /** One item, with the quote between {@code start} and {@code end} set off. */
  @GetMapping("/library/item")
  String item(
      @RequestParam String id,
      @RequestParam(defaultValue = "0") int start,
      @RequestParam(defaultValue = "0") int end,
      Model model) {
    LibraryItem item =
        index.find(id).orElseThrow(() -> new Refused("The library has no item '" + id + "'."));
    int from = Math.max(0, Math.min(start, item.text().length()));
    int to = Math.max(from, Math.min(end, item.text().length()));
    model.addAttribute("item", item);
    model.addAttribute("about", HitView.about(item));
    model.addAttribute("before", item.text().substring(0, from));
    model.addAttribute("quote", item.text().substring(from, to));
    model.addAttribute("after", item.text().substring(to));
    return "library-item";
  }

  private static String limited(String text) {
    if (text.length() > MOST_TYPED) {
      throw new Refused(
          "That is "
              + text.length()
              + " characters; a search or question takes up to "
              + MOST_TYPED
              + ".");
    }
    return text;
  }
}
