package org.sweetie.evidence.verify;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a verifier takes on trust, and must have got by another road than the package: TRUST.json.
 *
 * @param demo whether it is of a demo home, whose packages are evidence of nothing
 * @param log the key the log signs checkpoints with, as C2SP writes it ({@code name+hash+key})
 * @param signer SHA-256 of the package-signing certificate (DER), lower-case hex
 * @param authorities the keys of the authorities whose mandates count, SubjectPublicKeyInfo in
 *     base64
 * @param approvers the people who may approve a handover
 */
public record Trust(
    boolean demo, String log, String signer, List<String> authorities, List<Approver> approvers) {
  private static final String FORMAT = "sweetie-trust-1";

  /**
   * A person whose approval counts.
   *
   * @param id the name under which the log knows the person
   * @param key Ed25519 SubjectPublicKeyInfo in base64
   */
  public record Approver(String id, String key) {}

  public Trust {
    authorities = List.copyOf(authorities);
    approvers = List.copyOf(approvers);
    Checkpoint.LogKey.parse(log);
    if (!signer.matches("[0-9a-f]{64}")) {
      throw new Fault(
          "trusted signer '" + signer + "': expected the SHA-256 of a certificate, 64 hex digits");
    }
    authorities.forEach(key -> Base64Strict.decode(key, "an authority's key"));
    approvers.forEach(approver -> Base64Strict.decode(approver.key(), "an approver's key"));
  }

  /** As TRUST.json: indented, keys in one order, a line feed at the end; UTF-8. */
  public byte[] toJson() {
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT).put("demo", demo).put("log", log).put("signer", signer);
    ArrayNode keys = root.putArray("authorities");
    authorities.forEach(keys::add);
    ArrayNode people = root.putArray("approvers");
    approvers.forEach(a -> people.addObject().put("id", a.id()).put("key", a.key()));
    return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n")
            + "\n")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * Reads TRUST.json.
   *
   * @throws Fault when it is not of this form
   */
  public static Trust read(byte[] json) {
    String what = "TRUST.json";
    JsonNode root = Json.object(json, what);
    String format = Json.text(root, "format", what);
    if (!format.equals(FORMAT)) {
      throw new Fault(what + " is of the format '" + format + "', expected " + FORMAT);
    }
    List<Approver> approvers =
        Json.list(root, "approvers", what).stream()
            .map(each -> new Approver(Json.text(each, "id", what), Json.text(each, "key", what)))
            .toList();
    return new Trust(
        Json.flag(root, "demo", what),
        Json.text(root, "log", what),
        Json.text(root, "signer", what),
        Json.texts(root, "authorities", what),
        approvers);
  }
}
