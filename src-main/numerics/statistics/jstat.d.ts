/** The part of jstat that is used here; the package brings no types. */
declare module 'jstat' {
  const jstat: {
    readonly jStat: {
      readonly normal: {
        /** The value that a normal variable stays below with probability p. */
        inv(p: number, mean: number, deviation: number): number;
      };
      readonly studentt: {
        /** P(T <= t) of Student's t distribution. */
        cdf(t: number, degreesOfFreedom: number): number;
        /** The t for which P(T <= t) is p. */
        inv(p: number, degreesOfFreedom: number): number;
      };
    };
  };
  export default jstat;
}
