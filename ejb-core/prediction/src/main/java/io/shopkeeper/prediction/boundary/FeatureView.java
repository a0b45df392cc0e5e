package io.shopkeeper.prediction.boundary;

/**
 * A feature, for people.
 *
 * @param code the name of its column
 * @param kind a number or a word
 * @param topic what it is about, in the reader's language
 * @param text what it is, in the reader's language
 */
public record FeatureView(String code, DataColumn.Kind kind, String topic, String text) {}
