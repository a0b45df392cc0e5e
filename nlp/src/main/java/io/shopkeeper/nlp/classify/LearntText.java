package io.shopkeeper.nlp.classify;

/**
 * A model of texts, and what can be known of it without other texts.
 *
 * @param model learnt from all texts
 * @param heldOut of each training text the probabilities of its classes, by models that had not
 *     seen it, texts × classes
 */
public record LearntText(TextModel model, double[][] heldOut) {}
