package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternMatchingTest {

  @ParameterizedTest(name = "{0} on \"{1}\" gives \"{2}\"")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # words in sequence, anywhere
          u: (I hear you) yes                       | How I hear you                     | Yes
          u: (I hear you) yes                       | I really hear you                  | ``
          u: (I (hear you)) yes                     | everyone knows I hear you          | Yes
          u: (dog) yes                              | I like DOGS                        | Yes
          u: (dogs) yes                             | I like a dog                       | ``
          u: (be *1 correct) yes                    | was it correct?                    | Yes
          u: (do not go) yes                        | please don't go                    | Yes
          u: (don't go) yes                         | please do not go                   | Yes
          # sentence ends
          u: (what is an elephant >) yes            | tell me what is an elephant        | Yes
          u: (what is an elephant >) yes            | what is an elephant doing          | ``
          u: (roses < I like) yes                   | I like roses                       | Yes
          u: (roses < I like) yes                   | you know I like roses              | ``
          u: (< hello) yes                          | hello you                          | Yes
          u: (< hello) yes                          | oh hello                           | ``
          # gaps
          ?: (when * you * home) yes                | when will you go home?             | Yes
          ?: (when *1 you *1 home) yes              | when did you go home?              | Yes
          ?: (when *1 you *1 home) yes              | when you went home?                | ``
          u: (you *~2 go *~2 home) yes              | you should not go to your home     | Yes
          u: (you *~2 go) yes                       | you and I will surely go           | ``
          u: (I love * > _*-1) '_0                  | I love my old dog                  | Dog
          # unordered
          s: (<< I birds love >>) yes               | birds are what I love              | Yes
          s: (<< I birds love >>) yes               | birds are what you love            | ``
          u: (I * like << really >> photos) yes     | photos I really like               | Yes
          # choices and options
          u: (you [swim ride fish]) yes             | do you fish                        | Yes
          u: (you [eat "gobble up" (have my lunch)] *~2 meat) yes | you have my lunch with meat | Yes
          u: (how hot is 30 {degree deg} now) yes   | how hot is 30 degrees now          | Yes
          u: (how hot is 30 {degree deg} now) yes   | how hot is 30 now                  | Yes
          u: ({"be you"} go home) yes               | are you going home                 | Yes
          # not
          u: (![not never] I * eat) yes             | I will eat                         | Yes
          u: (![not never] I * eat) yes             | I will never eat                   | ``
          u: (test !!this) yes                      | test that this works               | Yes
          u: (test !!this) yes                      | test this                          | ``
          # original form
          u: (I 'like you) yes                      | I like you                         | Yes
          u: (I 'like you) yes                      | I liked you                        | ``
          # phrases
          u: ("take charge") yes                    | he takes charge                    | Yes
          u: ("taking charge") yes                  | he takes charge                    | ``
          u: (run_away) yes                         | did you run away                   | Yes
          # wildcards in words
          u: (sag*) yes                             | a Sagittarius                      | Yes
          u: (*tor) yes                             | the reactor                        | Yes
          u: (p.t*) yes                             | pituitary                          | Yes
          u: (p.t*) yes                             | pie                                | ``
          # memorising
          u: (do you eat _*1 >) I hate _0           | do you eat eggs                    | I hate egg
          u: (I eat _[ham egg]) I eat '_0           | I eat eggs                         | I eat eggs
          u: (I eat _[ham egg]) one _0              | I eat eggs                         | One egg
          u: (do you like _* or _*) '_0 / '_1       | do you like red cars or blue ones  | Red cars / blue ones
          u: (_* _(dog)) '_0 + '_1                  | my cat dog                         | My cat + dog
          u: (I _{really} like) [_0]['_0]           | I really like it                   | Really
          u: (_*) got '_0                           | all of it                          | Got all of it
          u: (I am _~number years) so _0            | I am ten years                     | So 10
          u: (a _( case 0 )) '_0                    | in a case 0                        | Case 0
          u: (_* _one _* ( _two ) _* ( _three )) '_0 / '_2 / '_4 | first one two and three | First / / and
          # values and relations
          u: (I am _~number _0<12) child            | I am 10                            | Child
          u: (I am _~number !_0<12) older           | I am 13                            | Older
          u: (~number>5) many                       | I have 2 or 7                      | Many
          u: (%length<3) short                      | hi you                             | Short
          u: (!$x) unset                            | hm                                 | Unset
          u: (_*1 is '_0=mine) same                 | mine is                            | Same
          # going on from a match variable
          u: (_~number * go @_0+ often) yes         | 7 often go                         | Yes
          u: (_~number * go @_0+ often) yes         | 7 never go                         | ``
          u: (_go @_0- _*1 never) '_1               | they never really go               | Really
          u: (_one _two _( three four ) five six @_2- _two) '_3 | one two three four five six | Two
          # gaps that go both ways
          u: (I *~2b like) yes                      | I really like it                   | Yes
          u: (dog *~2b like) yes                    | I like my dog                      | Yes
          u: (dog *~2b like) yes                    | I like it and I have my dog        | ``
          u: (dog _*~2b like) '_0                   | I like my dog                      | My
          # words with two basic forms
          u: (he live here) yes                     | he lives here                      | Yes
          u: (nine life) yes                        | nine lives                         | Yes
          # a refusal, like any test, closes the gap before it
          u: (I * !never eat) yes                   | I eat                              | Yes
          u: (I * !never eat) yes                   | I often eat                        | ``
          u: (I * %length>3 eat) yes                | I often eat it                     | ``
          u: (I !never * eat) yes                   | I often eat                        | Yes
          # the gap before something optional stays open when it is not there
          u: (I *~2 {really} like) yes              | I do like it                       | Yes
          u: (I *~1 {really very} like) yes         | I so very like it                  | Yes
          u: (I *~1 {really very} like) yes         | I so much very like it             | ``
          # the last gap may be as long as it likes
          u: (I like *~1) yes                       | I like all of it                   | Yes
          u: (I like *~1 >) yes                     | I like all of it                   | ``
          # a word with holes is not what a pattern starts over behind
          u: (ant* eat) yes                         | antelopes and ants eat             | ``
          u: (ant eat) yes                          | ants and ants eat                  | Yes
          # each alternative that memorises has its own match variable
          u: ([_big _small] dog) '_0 / '_1          | small dog                          | / small
          # a gap before a group is memorised up to the group's first word
          u: (I _* (really like) it) '_0            | I do so really like it             | Do so
          u: (I _*~2 [like love] it) '_0            | I just really love it              | Just really
          u: (I _* (* like) it) '_0                 | I do like it                       | Do
          # an anchor
          u: (_dog * likes @_0 ) yes                | my dog likes me                    | ``
          u: (_~number * @_0 years) yes             | 7 years                            | ``
          # a match variable of one's own choosing
          u: (_3~number * _dog) '_3 / '_4 / '_0     | 7 big dogs                         | 7 / dogs /
          u: (I _2[like love] _5* >) '_2 / '_5      | I love you too                     | Love / you too
          # not before
          u: (!-not go) yes                         | do not go                          | Yes
          u: (go !-not home) yes                    | do not go home                     | ``
          u: (go !-not home) yes                    | do go home                         | Yes
          u: (go !!-not home) yes                   | do not go home                     | ``
          u: (go !!-not home) yes                   | not that I go home                 | Yes
          u: (I !+never go) yes                     | I go                               | Yes
          # a member of a concept is all that was memorised
          u: (I have _*1 _0?~number) yes            | I have 7                           | Yes
          u: (I have _*2 _0?~number) yes            | I have 7 dogs                      | ``
          u: (I have _*2 !_0?~number) yes           | I have 7 dogs                      | Yes
          # what a call gives
          u: (I _*1 ^length(_0)>3) long             | I whistle                          | Long
          u: (I like _* ^join(b l u e)=blue) yes    | I like it                          | Yes
          u: (I like _* ^join(r e d)=blue) yes      | I like it                          | ``
          u: (^join(r e d)? car) yes                | my red car                         | Yes
          u: (^join(r e d)? car) yes                | my blue car                        | ``
          u: (car ^join(b)!=c >) yes                | my car                             | Yes
          # words that a script hid are passed over
          u: (_really ^unmark(* _0) < I like) yes   | I really like it                   | Yes
          u: (_really ^unmark(* _0) < like) yes     | really like it                     | Yes
          u: (_so _really ^unmark(* _1) @_0+ *~1 like) yes | I so really do like it      | Yes
          u: (_so _really ^unmark(* _1) @_0+ *2 it) yes    | I so really do like it      | Yes
          # questions
          u: (?) asked                              | is it?                             | Asked
          u: (? who) asked                          | who goes there                     | Asked
          u: (? %length<1) asked                    | ???                                | Asked
          u: (!?) told                              | it is.                             | Told
          u: (\\!) loud                             | stop!                              | Loud
          # starting over behind the first match
          u: (the cat ate) yes                      | the dog saw the cat ate            | Yes
          u: (the * [bear raccoon] ate) yes         | the raccoon ate the bear           | Yes
          u: ({blue} sky is) yes                    | the sky is blue                    | ``
          """)
  void matchesAsChatScriptDoes(String rule, String message, String reply) {
    Script script = Scripts.rule(rule);

    String given = Scripts.reply(script, message);

    assertThat(given).isEqualTo(reply);
  }
}
