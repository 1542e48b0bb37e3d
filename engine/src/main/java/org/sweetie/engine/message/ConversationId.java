package org.sweetie.engine.message;

/**
 * Names one private conversation between the persona and one account; at most 200 characters, never
 * blank.
 */
public record ConversationId(String value) {
  public ConversationId {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException(
          "conversation id '"
              + value
              + "': expected 1 to 200 characters that are not all blank; give each conversation a short id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
