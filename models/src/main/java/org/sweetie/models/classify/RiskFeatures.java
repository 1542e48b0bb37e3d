package org.sweetie.models.classify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.Stage;
import org.sweetie.models.rules.Cue;

/**
 * What the conversation model sees after a message: what its author and the other side have done so
 * far. Who they are, what they are called, how many messages there were and which number this one
 * has are not among it.
 *
 * <p>Kept as sums, so that a message costs the same however many went before. For one thread.
 */
public final class RiskFeatures {
  private static final Indicator[] ALL = Indicator.values();
  private static final int ACTS = ALL.length;
  private static final int CUES = Cue.values().length;
  private static final int VOICES = Voice.values().length;

  /** A voice in this score or less speaks for nobody: most lines could be anyone's. */
  private static final double ANYONE = 0.25;

  /**
   * Added to the log odds of an act: what a classifier of strangers' words half sees still counts
   * in a whole conversation (tried on authors left out of training: precision-recall area .83
   * without, .92 with it).
   */
  private static final double LEAN = 0.887;

  private static final double SEEN = 0.5;
  private static final double SURE = 0.7;

  /** How many numbers. */
  public static final int SIZE = 4 * ACTS + 2 * CUES + 6 * VOICES + 10;

  private final Map<String, Side> sides = new HashMap<>();
  private final Side everyone = new Side();

  private static final class Side {
    private final double[] most = new double[ACTS];
    private final double[] sum = new double[ACTS];
    private final int[] cues = new int[CUES];
    private final double[] voices = new double[VOICES];
    private final double[] loudest = new double[VOICES];
    private double messages;
    private double afterMinor;
    private double afterRefusal;
    private double inOrder;
    private int highest = -1;
  }

  /**
   * Takes the next message in.
   *
   * @param author only compared, to tell the sides apart
   * @return the features of its author as the one who may be a danger
   */
  public float[] next(String author, Signs signs) {
    Side own = sides.computeIfAbsent(author, a -> new Side());
    double[] strengths = strengths(signs);
    context(own, strengths);
    take(own, signs, strengths);
    take(everyone, signs, strengths);
    return features(own);
  }

  private void context(Side own, double[] strengths) {
    double approach = 0;
    int stage = -1;
    for (Indicator act : ALL) {
      boolean late = act.stage().compareTo(Stage.ISOLATION) >= 0;
      approach = late ? Math.max(approach, strengths[act.ordinal()]) : approach;
      if (!act.isProtective() && strengths[act.ordinal()] >= SEEN) {
        stage = Math.max(stage, act.stage().ordinal());
      }
    }
    if (others(own, Cue.MINOR_SELF) + others(own, Cue.CHILD_LIFE) > 0) {
      own.afterMinor += approach;
    }
    if (sumOfOthers(own, Indicator.REFUSAL) >= SEEN) {
      own.afterRefusal += approach;
    }
    if (stage > own.highest) {
      own.inOrder += own.highest >= 0 ? 1 : 0;
      own.highest = stage;
    }
  }

  private int others(Side own, Cue cue) {
    return everyone.cues[cue.ordinal()] - own.cues[cue.ordinal()];
  }

  private double sumOfOthers(Side own, Indicator act) {
    return everyone.sum[act.ordinal()] - own.sum[act.ordinal()];
  }

  private static void take(Side side, Signs signs, double[] strengths) {
    side.messages++;
    for (Voice voice : Voice.values()) {
      double score = signs.score(voice);
      side.voices[voice.ordinal()] += Math.max(-0.15, score - ANYONE);
      side.loudest[voice.ordinal()] = Math.max(side.loudest[voice.ordinal()], score);
    }
    for (int i = 0; i < ACTS; i++) {
      side.most[i] = Math.max(side.most[i], strengths[i]);
      side.sum[i] += strengths[i] >= 0.2 ? strengths[i] : 0;
    }
    signs.cues().forEach(c -> side.cues[c.ordinal()]++);
  }

  private float[] features(Side own) {
    float[] f = new float[SIZE];
    int at = 0;
    for (int i = 0; i < ACTS; i++) {
      f[at++] = (float) own.most[i];
      f[at++] = (float) Math.log1p(own.sum[i]);
      f[at++] = (float) Math.log1p(Math.max(0, everyone.sum[i] - own.sum[i]));
      f[at++] = (float) Math.min(1, Math.max(0, everyone.sum[i] - own.sum[i]));
    }
    for (Cue cue : Cue.values()) {
      f[at++] = Math.min(1, own.cues[cue.ordinal()]);
      f[at++] = Math.min(1, others(own, cue));
    }
    return rest(own, f, voices(own, f, at));
  }

  /** Of each voice, for the author and for the others: summed, on average, and at its loudest. */
  private int voices(Side own, float[] f, int from) {
    int at = from;
    for (int i = 0; i < VOICES; i++) {
      double others = everyone.voices[i] - own.voices[i];
      f[at++] = squashed(own.voices[i]);
      f[at++] = squashed(others);
      f[at++] = (float) (own.voices[i] / (own.messages + 2));
      f[at++] = (float) (others / (everyone.messages - own.messages + 2));
      f[at++] = (float) own.loudest[i];
      f[at++] = (float) everyone.loudest[i];
    }
    return at;
  }

  private static float squashed(double sum) {
    return (float) Math.tanh(sum / 3);
  }

  private float[] rest(Side own, float[] f, int from) {
    int at = from;
    f[at++] = distinct(own, SEEN) / 8f;
    f[at++] = stages(own, SEEN) / 4f;
    f[at++] = (float) Math.log1p(own.afterMinor);
    f[at++] = (float) Math.log1p(own.afterRefusal);
    f[at++] = (float) own.inOrder / 4f;
    f[at++] = (float) density(own);
    f[at++] = (float) density(everyone, own);
    boolean minor = others(own, Cue.MINOR_SELF) > 0;
    f[at++] = minor && own.cues[Cue.ADULT_SELF.ordinal()] > 0 ? 1 : 0;
    f[at++] = minor && own.cues[Cue.MINOR_SELF.ordinal()] > 0 ? 1 : 0;
    f[at] = others(own, Cue.ADULT_SELF) > 0 && own.cues[Cue.ADULT_SELF.ordinal()] > 0 ? 1 : 0;
    return f;
  }

  /** How many different indicators this side has shown. */
  private static int distinct(Side side, double from) {
    int distinct = 0;
    for (Indicator act : ALL) {
      distinct += !act.isProtective() && side.most[act.ordinal()] >= from ? 1 : 0;
    }
    return distinct;
  }

  /** The scores of the acts with the lean. */
  private static double[] strengths(Signs signs) {
    double[] strengths = new double[ACTS];
    for (Indicator act : ALL) {
      double score = Math.min(1 - 1e-6, Math.max(1e-6, signs.score(act)));
      strengths[act.ordinal()] = 1 / (1 + Math.exp(-Math.log(score / (1 - score)) - LEAN));
    }
    return strengths;
  }

  private static int stages(Side side, double from) {
    Map<Stage, Boolean> stages = new EnumMap<>(Stage.class);
    for (Indicator act : ALL) {
      if (!act.isProtective() && side.most[act.ordinal()] >= from) {
        stages.put(act.stage(), true);
      }
    }
    return stages.size();
  }

  private static double density(Side side) {
    return acts(side) / (side.messages + 2);
  }

  private static double density(Side all, Side but) {
    return Math.max(0, acts(all) - acts(but)) / (all.messages - but.messages + 2);
  }

  private static double acts(Side side) {
    double acts = 0;
    for (Indicator act : ALL) {
      acts += act.isProtective() ? 0 : side.sum[act.ordinal()];
    }
    return acts;
  }

  /**
   * Whether an author has done enough for any verdict: of acts found with some certainty, at least
   * two of two stages where a child may be on the other side and nothing is for sale, at least
   * three of two stages otherwise.
   */
  public boolean isEnough(String author) {
    Side own = sides.get(author);
    if (own == null || stages(own, SURE) < 2) {
      return false;
    }
    return distinct(own, SURE) >= (isAboutAChild(own) && !isBusiness(own) ? 2 : 3);
  }

  /** Prices, bookings and orders, and nobody who says to be a child: services ask for much. */
  private boolean isBusiness(Side own) {
    return everyone.cues[Cue.BUSINESS.ordinal()] > 0 && others(own, Cue.MINOR_SELF) == 0;
  }

  private boolean isAboutAChild(Side own) {
    return others(own, Cue.MINOR_SELF) + others(own, Cue.CHILD_LIFE) > 0
        || own.most[Indicator.AGE_PROBING.ordinal()] >= SURE
        || own.most[Indicator.AGE_MISREPRESENTATION.ordinal()] >= SURE
        || own.most[Indicator.SUPERVISION_ASSESSMENT.ordinal()] >= SURE;
  }
}
