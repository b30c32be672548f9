/** Policies as AWS reads them. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */

export type OneOrMore<T> = T | readonly T[];

/** By operator, such as `ArnNotLike`, then by key, such as `aws:PrincipalArn`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMore<string>>>>>;

interface StatementBase {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Condition?: Conditions;
}
type ActionPart = { readonly Action: OneOrMore<string> } | { readonly NotAction: OneOrMore<string> };
type ResourcePart = { readonly Resource: OneOrMore<string> } | { readonly NotResource: OneOrMore<string> };

/** Of a policy that stands at a principal or over an account. */
export type PolicyStatement = StatementBase & ActionPart & ResourcePart;

/** Of a role's trust policy, whose resource is the role. */
export type TrustStatement = StatementBase & {
  readonly Action: OneOrMore<string>;
  readonly Principal: Readonly<Partial<Record<'AWS' | 'Service', OneOrMore<string>>>>;
};

export interface Policy<S = PolicyStatement> {
  readonly Version: '2012-10-17';
  readonly Statement: readonly S[];
}

export const policyOf = <S>(...statements: readonly S[]): Policy<S> => ({
  Version: '2012-10-17',
  Statement: statements,
});
