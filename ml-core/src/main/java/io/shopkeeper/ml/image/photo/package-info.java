/**
 * Photographs as the images of one size that models learn from.
 *
 * <pre>{@code
 * var photos = new Photos(new ImageSize(64, 64, 3));
 * byte[] image = photos.read(Files.readAllBytes(file));
 * model.predict(image, probabilities);
 * }</pre>
 */
package io.shopkeeper.ml.image.photo;
