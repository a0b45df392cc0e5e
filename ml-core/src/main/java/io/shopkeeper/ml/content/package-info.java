/**
 * Recommending by what items are: their categories, words, price bands and image vectors. It needs
 * nobody to have met an item, so it speaks for new ones.
 *
 * <pre>{@code
 * var data = new RankingData(log, new Table(List.of(category, title, price)));
 * RankingModel model = new ContentBased().train(data, options, 42, TrainingListener.SILENT);
 * }</pre>
 */
package io.shopkeeper.ml.content;
