package org.sweetie.engine.script;

/** How a piece of script ended. */
enum Flow {
  OK,
  /** A topic's rule has spoken; the topic has done its part. */
  DONE,
  /** The rule did not match or said nothing; the next one may try. */
  NO_MATCH,
  /** A macro has its value. */
  END_CALL,
  /** The loop goes on with its next round. */
  NEXT_LOOP,
  END_LOOP,
  FAIL_LOOP,
  END_RULE,
  FAIL_RULE,
  END_TOPIC,
  FAIL_TOPIC,
  END_SENTENCE,
  FAIL_SENTENCE,
  END_INPUT,
  FAIL_INPUT,
  /** Begin again, each with what it names; nothing but that stops it on its way. */
  RETRY_RULE,
  RETRY_TOP_RULE,
  RETRY_TOPIC,
  RETRY_SENTENCE,
  RETRY_INPUT;

  boolean isFailure() {
    return this == NO_MATCH
        || this == FAIL_LOOP
        || this == FAIL_RULE
        || this == FAIL_TOPIC
        || this == FAIL_SENTENCE
        || this == FAIL_INPUT;
  }

  /** Whether it reaches beyond the topic that runs. */
  boolean leavesTopic() {
    return compareTo(END_SENTENCE) >= 0 || this == NEXT_LOOP;
  }

  boolean isRetry() {
    return compareTo(RETRY_RULE) >= 0;
  }
}
