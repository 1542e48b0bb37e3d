package org.sweetie.console.handover;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.SignedIn;

/** Cases, from opening to the package. */
@Controller
class CasePages {
  private final CaseWork cases;

  CasePages(CaseWork cases) {
    this.cases = cases;
  }

  record OpenForm(@Nullable String title, @Nullable List<String> conversations) {}

  record CaseForm(
      @Nullable String id,
      @Nullable String recipient,
      @Nullable String pem,
      @Nullable String statement,
      @Nullable String signature,
      @Nullable String export) {}

  @GetMapping("/cases")
  String list(Model model) {
    model.addAttribute("cases", cases.all());
    model.addAttribute("eligible", cases.eligible());
    return "cases";
  }

  @PostMapping("/cases/open")
  String open(@AuthenticationPrincipal SignedIn by, @ModelAttribute OpenForm form) {
    List<String> chosen = form.conversations() == null ? List.of() : form.conversations();
    return toCase(cases.open(given(form.title()), chosen, by));
  }

  @GetMapping("/cases/case")
  String one(@RequestParam String id, Model model) {
    model.addAttribute("file", find(id));
    return "case";
  }

  @PostMapping("/cases/recipient")
  String recipient(@AuthenticationPrincipal SignedIn by, @ModelAttribute CaseForm form) {
    cases.nameRecipient(given(form.id()), given(form.pem()), by);
    return toCase(given(form.id()));
  }

  /** The page on which a person reads the statement and signs it in the browser. */
  @GetMapping("/cases/approve")
  String approval(
      @AuthenticationPrincipal SignedIn by,
      @RequestParam String id,
      @RequestParam String recipient,
      Model model) {
    byte[] statement = cases.statement(id, recipient, by);
    model.addAttribute("file", find(id));
    model.addAttribute("recipient", recipient);
    model.addAttribute("person", by);
    model.addAttribute("statement", new String(statement, StandardCharsets.UTF_8));
    model.addAttribute("statementBytes", Base64.getEncoder().encodeToString(statement));
    return "case-approve";
  }

  @PostMapping("/cases/approve")
  String approve(@AuthenticationPrincipal SignedIn by, @ModelAttribute CaseForm form) {
    if (given(form.signature()).isEmpty()) {
      throw new Refused(
          "No signature came along: this page signs with the key in your browser. Go back, reload"
              + " the page, and sign once its button can be pressed.");
    }
    cases.approve(
        given(form.id()),
        given(form.recipient()),
        bytes(form.statement()),
        bytes(form.signature()),
        by);
    return toCase(given(form.id()));
  }

  @PostMapping("/cases/export")
  String export(@AuthenticationPrincipal SignedIn by, @ModelAttribute CaseForm form) {
    cases.export(given(form.id()), given(form.recipient()), by);
    return toCase(given(form.id()));
  }

  @PostMapping("/cases/check")
  String check(@AuthenticationPrincipal SignedIn by, @ModelAttribute CaseForm form, Model model) {
    model.addAttribute("checked", cases.check(given(form.id()), given(form.export()), by));
    model.addAttribute("checkedExport", given(form.export()));
    return one(given(form.id()), model);
  }

  @GetMapping("/cases/package")
  ResponseEntity<Resource> download(@RequestParam String id, @RequestParam String export) {
    Path file =
        cases
            .file(id, export)
            .orElseThrow(() -> new Refused("There is no such package in this home."));
    String name = file.getFileName().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new FileSystemResource(file));
  }

  private CaseFile find(String id) {
    return cases.find(id).orElseThrow(() -> new Refused("There is no case '" + id + "'."));
  }

  private static String toCase(String id) {
    return "redirect:"
        + UriComponentsBuilder.fromPath("/cases/case").queryParam("id", "{id}").build(id);
  }

  private static byte[] bytes(@Nullable String base64) {
    try {
      return Base64.getDecoder().decode(given(base64));
    } catch (IllegalArgumentException notBase64) {
      throw new Refused("The signature did not arrive whole. Go back and sign again.");
    }
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
