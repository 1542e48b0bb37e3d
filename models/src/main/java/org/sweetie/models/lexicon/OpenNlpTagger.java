package org.sweetie.models.lexicon;

import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** OpenNLP's English models, trained on the Universal Dependencies treebank EWT. */
final class OpenNlpTagger implements Tagger {
  private static final String TAGS = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final String LEMMAS = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";

  private final POSTaggerME tagger;
  private final LemmatizerME lemmatizer;

  OpenNlpTagger() throws IOException {
    try (InputStream tags = open(TAGS);
        InputStream lemmas = open(LEMMAS)) {
      this.tagger = new POSTaggerME(new POSModel(tags));
      this.lemmatizer = new LemmatizerME(new LemmatizerModel(lemmas));
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = OpenNlpTagger.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path; run models/lexicon.sh");
    }
    return in;
  }

  @Override
  public String tag(String[] sentence, int at) {
    return tagger.tag(sentence)[at];
  }

  @Override
  public String base(String word, String tag) {
    return lemmatizer.lemmatize(new String[] {word}, new String[] {tag})[0];
  }
}
