import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Me } from '#/contract/me.ts'
import { createSession } from '#/contract/session.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { TextInput } from '#/shared/ui/control.ts'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Form = styled('form')({ display: 'grid', gap: 16 })

const Field = styled('div')({
  position: 'relative',
  '& > label': { ...type.table, display: 'block', marginBottom: 4, color: color.secondary },
  '& > button': { position: 'absolute', right: 4, bottom: 4, minHeight: 24, height: 24, fontSize: '0.75rem' },
  '& > input[name="password"]': { paddingRight: 64 },
})

interface Props {
  /** Filled in where it is known who was signed in. */
  username?: string
  onSignedIn: (me: Me) => void
}

function valueOf(elements: HTMLFormControlsCollection, name: string): string {
  const field = elements.namedItem(name)
  return field instanceof HTMLInputElement ? field.value : ''
}

/** Counts the seconds down that a throttled person has to wait. */
function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return undefined
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return [seconds, setSeconds]
}

function problemText(error: unknown): string {
  if (isApiError(error, 'unauthenticated', 'validation')) return m.shell_wrong_password()
  return failureText(error, m.shell_sign_in_failed())
}

/** Username and password. What was typed stays when it did not work. */
export function SignInForm({ username = '', onSignedIn }: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [wait, setWait] = useCountdown()
  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string }) => api(createSession, { body }),
    meta: { onFailure: 'form', signsIn: true },
    retry: false,
    onSuccess: onSignedIn,
    onError: (error) => {
      if (isApiError(error, 'too-many-requests')) setWait(error.retryAfter ?? 60)
      setProblem(problemText(error))
      const field = form.current?.elements.namedItem('password')
      if (!(field instanceof HTMLInputElement)) return
      field.focus()
      field.select()
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (wait > 0 || signIn.isPending) return
    const { elements } = event.currentTarget
    const body = { username: valueOf(elements, 'username').trim(), password: valueOf(elements, 'password') }
    const isComplete = body.username !== '' && body.password !== ''
    setProblem(isComplete ? undefined : m.shell_fill_in())
    if (isComplete) signIn.mutate(body)
  }

  const shownProblem = wait > 0 ? m.shell_throttled({ seconds: wait }) : problem
  const input = {
    required: true,
    'aria-required': true,
    'aria-describedby': shownProblem ? `${id}-problem` : undefined,
  }
  return (
    <Form ref={form} onSubmit={submit} noValidate aria-label={m.shell_sign_in()}>
      {shownProblem ? (
        <div id={`${id}-problem`}>
          <FormAlert>{shownProblem}</FormAlert>
        </div>
      ) : null}
      <Field>
        <label htmlFor={`${id}-username`}>{m.shell_username()}</label>
        <TextInput
          {...input}
          id={`${id}-username`}
          name="username"
          defaultValue={username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do here
          autoFocus={username === ''}
        />
      </Field>
      <Field>
        <label htmlFor={`${id}-password`}>{m.shell_password()}</label>
        <TextInput
          {...input}
          id={`${id}-password`}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do here
          autoFocus={username !== ''}
        />
        <Button
          variant="text"
          aria-label={isShown ? m.shell_hide_typed() : m.shell_show_typed()}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? m.shell_hide() : m.shell_show()}
        </Button>
      </Field>
      <Button type="submit" variant="contained" color="primary" disabled={wait > 0} aria-busy={signIn.isPending}>
        {m.shell_sign_in()}
      </Button>
    </Form>
  )
}
