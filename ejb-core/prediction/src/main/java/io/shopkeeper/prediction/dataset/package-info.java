/** Tables as they come, looked at and kept. Example: {@code DataFile.read(bytes).column("age")}. */
package io.shopkeeper.prediction.dataset;
