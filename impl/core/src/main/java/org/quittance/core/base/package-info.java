/** Small validating records that every other package of core builds on. */
package org.quittance.core.base;
