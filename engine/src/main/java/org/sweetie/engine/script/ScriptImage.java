package org.sweetie.engine.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The compiled form of a script as bytes, for scripts so large that compiling them at every start
 * would be felt.
 *
 * <p>It holds the sources, the vocabulary with its memberships, the heads of the rules and the
 * index over them. Patterns and outputs are not in it: they are read from the sources when a rule
 * is first tried, in a compiled script as in a loaded one, so that both are the same. It is a cache
 * and no format to exchange: another version of the engine refuses it.
 */
public final class ScriptImage {
  /** Goes up with every change to what is written, or to what the compiler makes of a source. */
  private static final String VERSION = "sweetie-script 2\n";

  private static final byte[] MAGIC = VERSION.getBytes(StandardCharsets.US_ASCII);

  private ScriptImage() {}

  /** Whether bytes begin as an image does. */
  public static boolean isImage(byte[] bytes) {
    return bytes.length >= MAGIC.length + Integer.BYTES
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** The image of a script. */
  public static byte[] write(Script script) {
    ImageOut out = new ImageOut();
    script(script, out);
    byte[] body = out.toByteArray();
    byte[] image = Arrays.copyOf(MAGIC, MAGIC.length + Integer.BYTES + body.length);
    int sum = checksum(body, 0, body.length);
    for (int i = 0; i < Integer.BYTES; i++) {
      image[MAGIC.length + i] = (byte) (sum >>> (8 * (3 - i)));
    }
    System.arraycopy(body, 0, image, MAGIC.length + Integer.BYTES, body.length);
    return image;
  }

  /**
   * The script of an image.
   *
   * @throws ScriptException when the bytes are no image of this version, or damaged
   */
  public static Script read(byte[] image) {
    if (!isImage(image)) {
      throw new ScriptException(
          "The compiled script does not begin with '"
              + VERSION.strip()
              + "'; compile its sources again");
    }
    int from = MAGIC.length + Integer.BYTES;
    int sum = new ImageIn(image, MAGIC.length, from).number();
    if (sum != checksum(image, from, image.length)) {
      throw new ScriptException(
          "The compiled script is damaged: its checksum differs; compile its sources again");
    }
    return script(new ImageIn(image, from, image.length));
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  private static void script(Script script, ImageOut out) {
    Compiling compiled = script.compiled();
    out.text(script.hash());
    out.number((compiled.asksWhenUsed() ? 1 : 0) + (compiled.asksContext() ? 2 : 0));
    List<SourceText> sources = compiled.sources();
    out.number(sources.size());
    for (SourceText source : sources) {
      out.text(source.file());
      out.text(source.text());
    }
    compiled.vocabulary().write(out);
    out.number(compiled.concepts().size());
    compiled
        .concepts()
        .forEach(
            (name, marks) -> {
              out.text(name);
              out.numbers(marks.stream().mapToInt(Integer::intValue).toArray());
            });
    out.number(compiled.declarations().size());
    for (Compiling.Declaration declaration : compiled.declarations()) {
      out.number(sources.indexOf(declaration.source()));
      out.number(declaration.offset());
    }
    out.number(script.allTopics().size());
    script.allTopics().forEach(topic -> topic(topic, sources, out));
    knowledge(script.knowledge(), out);
  }

  private static Script script(ImageIn in) {
    String hash = in.text();
    int asks = in.number();
    List<SourceText> sources = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      sources.add(new SourceText(new ScriptSource(in.text(), in.text())));
    }
    Compiling compiled = new Compiling(Vocabulary.read(in));
    sources.forEach(compiled::add);
    sources.forEach(source -> compiled.foresee(source.text()));
    if ((asks & 1) != 0) {
      compiled.askWhenUsed();
    }
    if ((asks & 2) != 0) {
      compiled.askContext();
    }
    for (int i = in.number(); i > 0; i--) {
      compiled.restore(in.text(), in.numbers());
    }
    List<Compiling.Declaration> declarations = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      declarations.add(new Compiling.Declaration(sources.get(in.number()), in.number()));
    }
    List<Topic> topics = new ArrayList<>();
    List<RuleReader> readers =
        sources.stream().map(source -> new RuleReader(source, compiled)).toList();
    for (int i = in.number(); i > 0; i--) {
      TopicDraft draft = topic(topics.size(), readers, in);
      compiled.addTopic(draft);
      topics.add(draft.finish(tables(in)));
    }
    declarations.forEach(found -> SourceParser.readAgain(found, compiled));
    Knowledge knowledge = knowledge(compiled.knowledge(), in);
    compiled.close();
    return new Script(hash, compiled, topics, knowledge);
  }

  /** What the tables left; they do not run again. */
  private static void knowledge(Knowledge knowledge, ImageOut out) {
    List<Fact> facts = knowledge.facts().all();
    out.number(facts.size());
    facts.forEach(fact -> out.text(fact.toString()));
    out.number(knowledge.variables().size());
    new TreeMap<>(knowledge.variables())
        .forEach(
            (name, value) -> {
              out.text(name);
              out.text(value);
            });
  }

  private static Knowledge knowledge(Knowledge declared, ImageIn in) {
    FactBase facts = new FactBase();
    for (int i = in.number(); i > 0; i--) {
      FactText.Read read = FactText.read(in.text());
      if (read != null) {
        facts.add(read);
      }
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = in.number(); i > 0; i--) {
      variables.put(in.text(), in.text());
    }
    return declared.with(facts, variables);
  }

  private static void topic(Topic topic, List<SourceText> sources, ImageOut out) {
    out.text(topic.name());
    out.number(topic.mark());
    out.text(String.join(" ", topic.flags().stream().map(Enum::name).toList()));
    out.number(topic.bots().size());
    topic.bots().forEach(out::text);
    out.text(String.join(" ", topic.savedVariables()));
    out.number(topic.rules().size());
    topic.rules().forEach(rule -> rule(rule, sources, out));
    RuleIndex.Tables tables = topic.responders().tables();
    out.numbers(tables.always());
    out.numbers(tables.keys());
    out.numbers(tables.starts());
    out.numbers(tables.postings());
    out.numbers(tables.also());
  }

  private static TopicDraft topic(int number, List<RuleReader> readers, ImageIn in) {
    String name = in.text();
    int mark = in.number();
    Set<Topic.Flag> flags = EnumSet.noneOf(Topic.Flag.class);
    for (String flag : in.text().split(" ", -1)) {
      if (!flag.isEmpty()) {
        flags.add(Topic.Flag.valueOf(flag));
      }
    }
    List<String> bots = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      bots.add(in.text());
    }
    String saved = in.text();
    List<String> savedVariables = saved.isEmpty() ? List.of() : List.of(saved.split(" ", -1));
    TopicDraft draft = new TopicDraft(number, name, mark, flags, bots, savedVariables);
    for (int i = in.number(); i > 0; i--) {
      draft.add(rule(draft, readers, in));
    }
    return draft;
  }

  private static RuleIndex.Tables tables(ImageIn in) {
    return new RuleIndex.Tables(
        in.numbers(), in.numbers(), in.numbers(), in.numbers(), in.numbers());
  }

  private static void rule(Rule rule, List<SourceText> sources, ImageOut out) {
    RuleHead head = rule.head();
    out.number(head.kind());
    out.text(head.label());
    out.number(sources.indexOf(rule.source()));
    out.number(head.offset());
    out.number(head.bodyOffset());
    out.number(head.samples().size());
    for (ScriptSample sample : head.samples()) {
      out.number(sample.line());
      out.text(sample.input());
      out.text(sample.flags());
    }
  }

  private static Rule rule(TopicDraft draft, List<RuleReader> readers, ImageIn in) {
    char kind = (char) in.number();
    String label = in.text();
    RuleReader reader = readers.get(in.number());
    int offset = in.number();
    int bodyOffset = in.number();
    int[] numbers = draft.count(RuleHead.isTopLevel(kind));
    String tag = draft.tag(numbers);
    List<ScriptSample> samples = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      samples.add(
          new ScriptSample(
              reader.source().file(), in.number(), draft.name(), tag, in.text(), in.text()));
    }
    RuleHead head = draft.head(kind, label, numbers, offset, bodyOffset, samples);
    return new Rule(head, reader, null);
  }
}
