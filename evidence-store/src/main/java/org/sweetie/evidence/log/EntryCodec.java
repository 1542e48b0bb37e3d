package org.sweetie.evidence.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.Entry.Foreign;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.engine.signal.Indicator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as canonical JSON ({@link CanonicalJson}) and back.
 *
 * <p>An object's {@code kind} is the entry type's name in lower camel case. A component that is
 * itself called {@code kind} is written as {@code replyKind}, {@code foreignKind}. Bytes are
 * base64, instants ISO-8601, indicators and identifier types their names on the wire; what is null
 * is left out. On reading, unknown fields are ignored and an unknown kind becomes {@link Foreign}.
 */
public final class EntryCodec {
  /** The longest record from outside, characters. */
  public static final int MAX_LENGTH = 16 << 20;

  /** The longest entry in canonical JSON, bytes. */
  public static final int MAX_ENTRY = 64 << 20;

  private static final Set<String> NEVER_FOREIGN = Set.of("mandate", "approval", "ruling");
  private static final Map<String, Class<? extends Entry>> KINDS = kinds();

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX_ENTRY)
                          .maxNestingDepth(200)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(words())
          .build();

  private static Map<String, Class<? extends Entry>> kinds() {
    Map<String, Class<? extends Entry>> kinds = new LinkedHashMap<>();
    for (Class<?> each : Entry.class.getPermittedSubclasses()) {
      kinds.put(kind(each), each.asSubclass(Entry.class));
    }
    return kinds;
  }

  private static String kind(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * The entry in canonical JSON, UTF-8.
   *
   * @throws RefusedRecord when it is longer than {@link #MAX_ENTRY}
   */
  public byte[] encode(Entry entry) {
    ObjectNode json = mapper.valueToTree(entry);
    String kind = kind(entry.getClass());
    if (json.has("kind")) {
      json.set(kind + "Kind", json.get("kind"));
    }
    json.put("kind", kind);
    byte[] bytes = CanonicalJson.bytes(withoutNulls(json));
    if (bytes.length > MAX_ENTRY) {
      throw new RefusedRecord(
          "an entry of " + bytes.length + " bytes: expected at most " + MAX_ENTRY + "; split it");
    }
    return bytes;
  }

  private static JsonNode withoutNulls(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.properties().removeIf(each -> each.getValue().isNull());
    }
    json.forEach(EntryCodec::withoutNulls);
    return json;
  }

  /**
   * The entry of its JSON.
   *
   * @throws LogDamaged when it is none
   */
  public Entry decode(byte[] json) {
    try {
      if (mapper.readTree(json) instanceof ObjectNode object) {
        return decode(object);
      }
    } catch (JacksonException | DateTimeException malformed) {
      throw new LogDamaged("a record is no entry: " + malformed.getMessage(), malformed);
    }
    throw new LogDamaged("a record is no entry: it is no JSON object");
  }

  private Entry decode(ObjectNode json) {
    String kind = json.path("kind").asString("");
    Class<? extends Entry> type = KINDS.get(kind);
    if (type == null) {
      return new Foreign(
          Instant.parse(json.path("at").asString("")), kind, CanonicalJson.text(json));
    }
    json.remove("kind");
    if (json.has(kind + "Kind")) {
      json.set("kind", json.get(kind + "Kind"));
    }
    return mapper.treeToValue(json, type);
  }

  /**
   * A record handed in from outside, one JSON object, kept character for character. One that names
   * no {@code kind} is of the kind {@code record}.
   *
   * @throws RefusedRecord when it is no JSON object, longer than {@link #MAX_LENGTH}, or of a kind
   *     that carries authority: mandate, approval, ruling
   */
  public Foreign foreign(String json, Instant at) {
    if (json.length() > MAX_LENGTH) {
      throw new RefusedRecord(
          "a record of " + json.length() + " characters: expected at most " + MAX_LENGTH);
    }
    String kind = objectOf(json).path("kind").asString("record");
    if (NEVER_FOREIGN.contains(kind.strip().toLowerCase(Locale.ROOT))) {
      throw new RefusedRecord(
          "a record of kind "
              + kind
              + " cannot be handed in: it is signed or ruled in the console");
    }
    return new Foreign(at, kind, json);
  }

  private ObjectNode objectOf(String json) {
    try {
      if (mapper.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException malformed) {
      throw new RefusedRecord("a record is no JSON: " + malformed.getOriginalMessage());
    }
    throw new RefusedRecord(
        "a record is no JSON object: expected one on each line, such as {\"kind\":\"note\"}");
  }

  private static SimpleModule words() {
    SimpleModule words = new SimpleModule("words");
    word(words, byte[].class, Hashes::base64, Base64.getDecoder()::decode);
    word(words, ConversationId.class, ConversationId::value, ConversationId::new);
    word(words, Indicator.class, Indicator::wire, text -> required(Indicator.ofWire(text), text));
    word(words, IdentifierType.class, IdentifierType::wire, EntryCodec::identifierType);
    return words;
  }

  private static IdentifierType identifierType(String text) {
    for (IdentifierType type : IdentifierType.values()) {
      if (type.wire().equals(text)) {
        return type;
      }
    }
    throw new LogDamaged("identifier type '" + text + "' is not one this version knows");
  }

  private static Indicator required(Optional<Indicator> indicator, String text) {
    return indicator.orElseThrow(
        () -> new LogDamaged("indicator '" + text + "' is not one this version knows"));
  }

  private static <T> void word(
      SimpleModule module,
      Class<T> type,
      java.util.function.Function<T, String> write,
      java.util.function.Function<String, T> read) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new ValueDeserializer<T>() {
          @Override
          public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getString());
          }
        });
  }
}
