package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The addresses of dominicsayers/isemail. Those that it calls valid must be found whole; those that
 * it calls errors must not be. Forms that are valid in a header alone (comments, folding, obsolete
 * and quoted parts) are no addresses anyone is told in a chat, and domains that it found no record
 * of are mostly under no registered top-level domain: both count neither way.
 */
final class MailSuite {
  private static final String VALID = "ISEMAIL_VALID_CATEGORY";
  private static final String WRONG = "ISEMAIL_ERR";

  private final Extractor extractor;

  MailSuite(Extractor extractor) {
    this.extractor = extractor;
  }

  Suite addresses(Path file) throws IOException {
    Suite suite = new Suite("isemail " + file.getFileName());
    NodeList tests = parse(file).getElementsByTagName("test");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      String category = content(test, "category");
      boolean isValid = category.equals(VALID);
      if (isValid || category.equals(WRONG)) {
        String address = content(test, "address");
        suite.check(address + " " + content(test, "diagnosis"), isValid, isWhole(address));
      }
    }
    return suite;
  }

  private boolean isWhole(String address) {
    List<IdentifierSpan> spans = extractor.extract(address, "GB");
    return spans.stream()
        .anyMatch(s -> s.type() == IdentifierType.EMAIL && s.text().equals(address));
  }

  private static String content(Element test, String name) {
    NodeList elements = test.getElementsByTagName(name);
    return elements.getLength() == 0 ? "" : plain(elements.item(0).getTextContent());
  }

  /** The suite writes a control character as its symbol. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      plain.append(c >= 0x2400 && c < 0x2420 ? (char) (c - 0x2400) : c);
    }
    return plain.toString();
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file + " is no XML: expected isemail's tests", e);
    }
  }
}
