package org.sweetie.console.review;

/**
 * A conversation in one line of a list.
 *
 * @param account the counterpart's account as the channel shows it
 * @param state the state's name on record
 * @param stateLabel the state in words
 * @param open whether the persona may still answer
 * @param stage the highest stage any indicator belongs to
 * @param lastLine the last line, masked and cut short
 * @param waiting whether a reply waits for a person
 * @param ruled the last ruling in words; empty where there is none
 */
public record Summary(
    String id,
    String account,
    String space,
    String state,
    String stateLabel,
    boolean open,
    RiskView risk,
    String stage,
    int turns,
    String lastWho,
    String lastLine,
    String lastAt,
    boolean waiting,
    String ruled) {}
