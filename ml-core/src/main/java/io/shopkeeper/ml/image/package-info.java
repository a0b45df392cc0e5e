/**
 * Learning from pictures of one size: grey or coloured, as bytes, with a class for each.
 * Photographs are brought to it by {@link io.shopkeeper.ml.image.photo.Photos}.
 *
 * <pre>{@code
 * var size = new ImageSize(28, 28, 1);
 * var data = new LabelledImages(new Images(size, bytes), new ClassTarget(names, codes));
 * ImageModel model = new ConvolutionalNetwork().train(data, options, 42, listener);
 * double[] probabilities = new double[model.classes().size()];
 * model.predict(picture, probabilities);
 * }</pre>
 */
package io.shopkeeper.ml.image;
