/**
 * What images show, by a network of convolutions.
 *
 * <pre>{@code
 * var algorithm = new ConvolutionalNetwork();
 * ImageModel model = algorithm.train(images, algorithm.standard(), 42, TrainingListener.SILENT);
 * }</pre>
 */
package io.shopkeeper.ml.neural.image;
