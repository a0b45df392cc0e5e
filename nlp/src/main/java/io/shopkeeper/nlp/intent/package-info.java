/**
 * What a shopper wants: examples in, a model out, and how sure it is of a text. Learnt with
 * OpenNLP's maximum-entropy document categoriser over features of our own. May use {@code
 * nlp.text}.
 *
 * <pre>{@code
 * IntentModel model = IntentTrainer.train(examples, IntentOptions.DEFAULT);
 * model.guess("where is my parcel").intent()  // "order_status"
 * }</pre>
 */
package io.shopkeeper.nlp.intent;
