/** Mapping files: what traces of any spec say, told in JSON. */
package org.quittance.trace.mapping;
