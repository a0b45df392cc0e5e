/**
 * What is kept of a version beside its artefact, to look at it later from other sides. Plain Java.
 * Example: {@code HeldOut.read(registry.file(model, version, HeldOut.FILE)).rows()}.
 */
package io.shopkeeper.prediction.report;
