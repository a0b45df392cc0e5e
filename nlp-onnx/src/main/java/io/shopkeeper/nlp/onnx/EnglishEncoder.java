package io.shopkeeper.nlp.onnx;

import io.shopkeeper.nlp.text.TextLanguage;

/** BAAI's bge-small-en-v1.5 with weights of 8 bits (MIT). */
public final class EnglishEncoder extends BertEncoder {

  /** Loads nothing yet. */
  public EnglishEncoder() {
    super(TextLanguage.ENGLISH, "bge-small-en-v1.5-q", 384);
  }
}
