package io.shopkeeper.nlp.onnx;

import io.shopkeeper.nlp.text.TextLanguage;

/** BAAI's bge-small-zh-v1.5 with weights of 8 bits (MIT). */
public final class ChineseEncoder extends BertEncoder {

  /** Loads nothing yet. */
  public ChineseEncoder() {
    super(TextLanguage.CHINESE, "bge-small-zh-v1.5-q", 512);
  }
}
