/**
 * Learns to tell classes of texts apart: intents, feelings, topics. Plain Java.
 *
 * <pre>{@code
 * TextModel model =
 *     new LinearText().train(texts, LinearTextOptions.STANDARD, 42, TrainingListener.SILENT);
 * double[] probabilities = model.predict("快递很快，质量也不错");
 * }</pre>
 */
package io.shopkeeper.nlp.classify;
