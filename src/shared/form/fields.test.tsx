import { zodResolver } from '@hookform/resolvers/zod'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { ApiError } from '#/shared/api/api-error.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { DateField } from '#/shared/form/date-field.tsx'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'
import { FormActions } from '#/shared/form/form-actions.tsx'
import { FormError } from '#/shared/form/form-error.tsx'
import { PhoneField } from '#/shared/form/phone-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(10)),
  email: z.string().check(z.regex(/^$|@/u, 'email')),
  phone: z.string(),
  phoneExt: z.string().check(z.regex(/^\d*$/u, 'extension')),
  language: z.string(),
  birthday: z.string(),
  isBusiness: z.boolean(),
  notes: z.string(),
})
type Values = z.output<typeof schema>
type Save = (values: Values) => Promise<void>

const stored: Values = {
  name: 'Ada',
  email: '',
  phone: '+15145550123',
  phoneExt: '',
  language: 'xx',
  birthday: '1990-02-28',
  isBusiness: false,
  notes: '',
}

function Example({ save }: { save: Save }) {
  const [isBusy, setBusy] = useState(false)
  const { control, handleSubmit, setError, formState } = useForm<Values, unknown, Values>({
    resolver: zodResolver(schema, { error: zodErrorMessage }),
    defaultValues: stored,
  })
  const submit = handleSubmit(async (values) => {
    setBusy(true)
    try {
      await save(values)
    } catch (error) {
      applyServerErrors(error, setError, ['name', 'email', 'phone', 'phoneExt'])
    } finally {
      setBusy(false)
    }
  })
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <FormError errors={formState.errors} />
      <TextField control={control} name="name" label="Name" isRequired />
      <TextField control={control} name="email" label="Email" type="email" hint="Sign-in is by this address" />
      <PhoneField control={control} name="phone" extensionName="phoneExt" label="Phone" />
      <SelectField
        control={control}
        name="language"
        label="Language"
        emptyLabel="None"
        options={[{ value: 'en', label: 'English' }]}
      />
      <DateField control={control} name="birthday" label="Birthday" />
      <CheckboxField control={control} name="isBusiness" label="Business" />
      <TextField control={control} name="notes" label="Notes" isMultiline />
      <FormActions isBusy={isBusy} onCancel={() => {}} />
    </form>
  )
}

const setup = (save = vi.fn<Save>(async () => {})) => {
  render(<Example save={save} />)
  return { user: userEvent.setup(), save }
}

describe('fields', () => {
  it('are found by their label alone and hold what is stored', () => {
    setup()
    expect(screen.getByLabelText('Name')).toHaveValue('Ada')
    expect(screen.getByLabelText('Name')).toBeRequired()
    expect(screen.getByLabelText('Phone')).toHaveValue('+15145550123')
    expect(screen.getByRole('textbox', { name: 'Phone extension' })).toHaveValue('')
    expect(screen.getByLabelText('Birthday')).toHaveValue('1990-02-28')
    expect(screen.getByRole('checkbox', { name: 'Business' })).not.toBeChecked()
    expect(screen.getByLabelText('Email')).toHaveAccessibleDescription('Sign-in is by this address')
  })

  it('keep a stored value in view that is no longer a choice', () => {
    setup()
    expect(screen.getByLabelText('Language')).toHaveDisplayValue('xx')
  })

  it('give what was entered', async () => {
    const { user, save } = setup()
    await user.clear(screen.getByLabelText('Name'))
    await user.type(screen.getByLabelText('Name'), ' Adele ')
    await user.type(screen.getByLabelText('Phone extension'), '22')
    await user.selectOptions(screen.getByLabelText('Language'), 'None')
    await user.click(screen.getByLabelText('Business'))
    await user.type(screen.getByLabelText('Notes'), 'a{Enter}b')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledExactlyOnceWith({
      ...stored,
      name: 'Adele',
      phoneExt: '22',
      language: '',
      isBusiness: true,
      notes: 'a\nb',
    })
  })

  it('say what is wrong, tied to the control, and the first wrong one gets the focus', async () => {
    const { user, save } = setup()
    await user.clear(screen.getByLabelText('Name'))
    await user.type(screen.getByLabelText('Email'), 'nowhere')
    await user.type(screen.getByLabelText('Phone extension'), 'x')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByLabelText('Name')).toBeInvalid()
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Enter a value')
    expect(screen.getByLabelText('Name')).toHaveFocus()
    expect(screen.getByLabelText('Email')).toHaveAccessibleDescription(/^Enter an email address.*Sign-in/u)
    expect(screen.getByLabelText('Phone extension')).toHaveAccessibleDescription('Digits only, at most 10')
    expect(screen.getByLabelText('Phone')).toBeValid()
    await user.type(screen.getByLabelText('Name'), 'A name that is too long')
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('At most 10 characters')
    expect(save).not.toHaveBeenCalled()
  })
})

describe('what the API refuses', () => {
  const refusal = (errors: { pointer?: string; code: string; detail: string }[]) =>
    new ApiError('validation', {
      status: 422,
      problem: { type: '/problems/validation', title: 'Not valid', status: 422, errors },
    })

  it('lands on its field, in words, and everything typed stays', async () => {
    const { user } = setup(
      vi.fn<Save>(async () => {
        throw refusal([
          { pointer: '/email', code: 'duplicate', detail: 'x' },
          { pointer: '/phoneExt', code: 'brand-new-code', detail: 'Too early for this' },
          { pointer: '/tier', code: 'not-allowed', detail: 'x' },
        ])
      }),
    )
    await user.type(screen.getByLabelText('Email'), 'a@b.example')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('some values need another look. Not one of the choices')
    expect(screen.getByLabelText('Email')).toHaveAccessibleDescription(/Another record has this already/u)
    expect(screen.getByLabelText('Email')).toHaveFocus()
    expect(screen.getByLabelText('Phone extension')).toHaveAccessibleDescription('Too early for this')
    expect(screen.getByLabelText('Email')).toHaveValue('a@b.example')
  })

  it('is said on the form when it is about no field', async () => {
    const { user } = setup(vi.fn<Save>(async () => Promise.reject(new ApiError('network'))))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached')
  })
})

describe('FormActions', () => {
  it('saves once however often it is pressed, keeps the focus and says that it is saving', async () => {
    let finish = () => {}
    const { user, save } = setup(vi.fn<Save>(() => new Promise<void>((resolve) => (finish = resolve))))
    const button = screen.getByRole('button', { name: 'Save' })
    await user.click(button)
    await user.click(button)
    expect(save).toHaveBeenCalledOnce()
    expect(button).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Saving…')
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled()
    finish()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled())
    expect(button).toHaveFocus()
  })
})
