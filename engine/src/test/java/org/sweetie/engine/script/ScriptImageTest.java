package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScriptImageTest {
  private static final String[] SOURCE = {
    "concept: ~pet ( cat dog \"guinea pig\" anti* )",
    "concept: ~beast ( ~pet 'Lion !dog )",
    "outputmacro: ^greet(^who) hello ^who",
    "topic: ~animals keep repeat ( ~pet zoo )",
    "#! a cat runs",
    "u: NAMED ( ~beast *~2 run ) [it runs][it ran]",
    "  a: ( why ) because it is a _0",
    "u: ( <  what * guinea pig ) small and round",
    "t: did you see one",
    "topic: ~keywordless keep repeat ()",
    "u: ( _~beast ) ^greet('_0)",
    "u: () $x = $x + 1 nothing new $x"
  };

  @Test
  void aLoadedScriptAnswersAsTheCompiledOneDoes() {
    Script compiled = Scripts.compiled(SOURCE);
    Script loaded = ScriptImage.read(ScriptImage.write(compiled));

    assertThat(loaded.hash()).isEqualTo(compiled.hash());
    assertThat(loaded.samples()).isEqualTo(compiled.samples());
    assertThat(loaded.outputs()).isEqualTo(compiled.outputs());
    String[] words = {
      "cat", "dog", "guinea", "pig", "lion", "Lion", "runs", "why", "what", "zoo", "antimatter", "?"
    };
    Random random = new Random(5);
    ScriptState state = ScriptState.start();
    for (int turn = 0; turn < 500; turn++) {
      StringBuilder message = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        message.append(words[random.nextInt(words.length)]).append(' ');
      }
      ScriptTurn expected = compiled.respond(state, message.toString(), Scripts.SETTINGS);
      ScriptTurn actual = loaded.respond(state, message.toString(), Scripts.SETTINGS);
      assertThat(actual).isEqualTo(expected);
      state = expected.after();
    }
  }

  @Test
  void anImageOfAnImageIsTheSameBytes() {
    byte[] image = ScriptImage.write(Scripts.compiled(SOURCE));

    assertThat(ScriptImage.write(ScriptImage.read(image))).isEqualTo(image);
  }

  @Test
  void aDamagedImageIsRefusedWhereverTheDamageIs() {
    byte[] image = ScriptImage.write(Scripts.compiled(SOURCE));
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = image.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));

      assertThatThrownBy(() -> ScriptImage.read(damaged))
          .isInstanceOf(ScriptException.class)
          .hasMessageContaining("compile its sources again");
    }
  }

  @Test
  void aShortenedImageIsRefused() {
    byte[] image = ScriptImage.write(Scripts.compiled(SOURCE));
    for (int length = 0; length < image.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(image, length);

      assertThatThrownBy(() -> ScriptImage.read(cut)).isInstanceOf(ScriptException.class);
    }
  }
}
