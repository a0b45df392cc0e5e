/** Sentence vectors by BERT models in ONNX Runtime, with a WordPiece tokenizer in plain Java. */
package io.shopkeeper.nlp.onnx;
