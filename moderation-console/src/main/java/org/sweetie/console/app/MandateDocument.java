package org.sweetie.console.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateFormat;
import org.sweetie.engine.conduct.MandateRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mandate document: JSON in UTF-8, {@code "type":"sweetie-mandate/1"} and the parts of {@link
 * Mandate} under their own names. An authority signs its bytes with Ed25519 and issues an envelope
 * {@code {"document","signature","authorityKey"}}, each in base64.
 */
public final class MandateDocument implements MandateFormat {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TYPE = "sweetie-mandate/1";

  /** A document with its signature, as an authority issues it. */
  public record Envelope(byte[] document, byte[] signature, String authorityKey) {}

  /**
   * Reads an envelope file.
   *
   * @param file its name, for errors
   * @throws MandateRefused when it is not one
   */
  public static Envelope envelope(String file, byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      Base64.Decoder base64 = Base64.getDecoder();
      return new Envelope(
          base64.decode(node.path("document").asString("")),
          base64.decode(node.path("signature").asString("")),
          node.path("authorityKey").asString(""));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new MandateRefused(
          file
              + ": not a mandate envelope; expected JSON with document, signature and authorityKey in base64, as the authority"
              + " issued it");
    }
  }

  @Override
  public Mandate read(byte[] document) {
    JsonNode node = parse(document);
    return new Mandate(
        text(node, "id"),
        text(node, "issuer"),
        text(node, "legalBasis"),
        text(node, "controller"),
        text(node, "dataProtectionBasis"),
        text(node, "disclosureExemption"),
        list(node, "spaces"),
        text(node, "suspicion"),
        text(node, "scope"),
        time(node, "start"),
        time(node, "expiry"),
        Mandate.Mode.of(text(node, "mode")),
        node.path("countedStatements").asInt(0),
        list(node, "sufficientIdentifiers"),
        list(node, "places"),
        text(node, "reportingRoute"),
        list(node, "recipients"),
        node.path("closingText").isString() ? text(node, "closingText") : null,
        node.path("demo").asBoolean(false));
  }

  private static JsonNode parse(byte[] document) {
    try {
      JsonNode node = JSON.readTree(document);
      if (node.path("type").asString("").equals(TYPE)) {
        return node;
      }
    } catch (JacksonException notJson) {
      throw new MandateRefused(
          "a mandate document that is not JSON: " + notJson.getOriginalMessage());
    }
    throw new MandateRefused("a document of another type; expected \"type\":\"" + TYPE + "\"");
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static List<String> list(JsonNode node, String key) {
    List<String> values = new ArrayList<>();
    node.path(key).forEach(value -> values.add(value.asString("")));
    return values;
  }

  private static @Nullable Instant time(JsonNode node, String key) {
    try {
      return node.path(key).isString() ? Instant.parse(text(node, key)) : null;
    } catch (DateTimeParseException bad) {
      throw new MandateRefused(
          key + " '" + text(node, key) + "': expected ISO-8601 UTC such as 2026-01-05T16:02:11Z");
    }
  }

  /** The document of a mandate. {@link #read} gives the same mandate again. */
  public static byte[] write(Mandate mandate) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", TYPE);
    node.put("id", mandate.id());
    node.put("issuer", mandate.issuer());
    node.put("legalBasis", mandate.legalBasis());
    node.put("controller", mandate.controller());
    node.put("dataProtectionBasis", mandate.dataProtectionBasis());
    node.put("disclosureExemption", mandate.disclosureExemption());
    mandate.spaces().forEach(node.putArray("spaces")::add);
    node.put("suspicion", mandate.suspicion());
    node.put("scope", mandate.scope());
    node.put("start", String.valueOf(mandate.start()));
    node.put("expiry", String.valueOf(mandate.expiry()));
    node.put("mode", mandate.mode() == Mandate.Mode.AUTONOMOUS ? "autonomous" : "supervised");
    node.put("countedStatements", mandate.countedStatements());
    mandate.sufficientIdentifiers().forEach(node.putArray("sufficientIdentifiers")::add);
    ArrayNode places = node.putArray("places");
    mandate.places().forEach(places::add);
    node.put("reportingRoute", mandate.reportingRoute());
    mandate.recipients().forEach(node.putArray("recipients")::add);
    node.put("closingText", mandate.closingText());
    node.put("demo", mandate.demo());
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(node)
        .getBytes(StandardCharsets.UTF_8);
  }
}
