/**
 * Brings rows together that become one record: sorted by their key on disk, so that memory stays
 * bounded whatever the order of the file, then merged field by field. Plain Java.
 */
package io.shopkeeper.catalog.ingest.group;
