/**
 * Looks at a version from other sides, by what was kept beside its artefact. Plain Java. Example:
 * {@code RowGroups.of(cells).names()}.
 */
package io.shopkeeper.prediction.report;
